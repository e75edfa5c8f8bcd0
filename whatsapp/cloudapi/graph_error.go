package cloudapi

import (
	"strconv"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A GraphError is Meta's answer to a request that it refuses. It is an error:
//
//	result, err := cloudapi.DecodeResult(body)
//	var refused *cloudapi.GraphError
//	switch {
//	case errors.Is(err, decorum.WindowClosed): // send a notification instead
//	case errors.As(err, &refused) && refused.Advice().Retry == message.RetryLater: // send again later
//	}
//
// errors.Is with a code of this library asks for the rule that Meta's code tells
// of ([message.Advice.Violation]).
type GraphError struct {
	// Fault is what Meta says: code, message and details. Its Title is
	// error_user_title and its URL the help that some errors have.
	Fault message.Fault
	// Subcode tells more than the code for some errors, such as those of message
	// templates; 0 for none.
	Subcode int64
	// Type is Meta's kind of error, such as "OAuthException".
	Type string
	// Trace is what Meta's support asks for (fbtrace_id).
	Trace string
	// Transient is what Meta itself says of sending again; see [GraphError.Advice].
	Transient bool
	// Extra keeps the members beside the error that this version does not know.
	Extra message.Extra
}

// Error returns Meta's code and our heading for it. It holds nothing of the
// message and none of Meta's texts, which may.
func (e *GraphError) Error() string {
	if e == nil {
		return "cloudapi: no error"
	}
	a := e.Advice()
	text := "cloudapi: error " + strconv.FormatInt(e.Fault.Code, 10)
	if e.Subcode != 0 {
		text += "/" + strconv.FormatInt(e.Subcode, 10)
	}
	if _, ok := message.Advise(a.Code); ok {
		text += ": " + a.Title
	}
	return text
}

// Is reports whether target is the code of the rule that Meta's error tells of.
func (e *GraphError) Is(target error) bool {
	code, ok := target.(decorum.Code)
	return ok && e != nil && code != "" && e.Advice().Violation == code
}

// Advice returns what the error means and what to do: that of the sub-code, where
// it is known, and else of the code. Of an error that nobody here knows but that
// Meta calls transient, it says [message.RetryLater].
func (e *GraphError) Advice() message.Advice {
	if a, ok := message.Advise(e.Subcode); ok && e.Subcode != 0 {
		return a
	}
	a := e.Fault.Advice()
	if a.Retry == "" && e.Transient {
		a.Retry = message.RetryLater
	}
	return a
}

// Retry reports whether the same request may be sent again later, with pauses
// that grow.
func (e *GraphError) Retry() bool { return e.Advice().Retry == message.RetryLater }

// Report returns the command that tells a session that the message with the
// LocalID failed for good. A host that sends it again ([GraphError.Retry]) does
// not report it yet. A code that no command may have, below 0 or of more than 31
// bits, is told as 0.
func (e *GraphError) Report(localID string, at time.Time) whatsapp.ReportFailed {
	return whatsapp.ReportFailed{At: at, LocalID: localID, Error: errorCode(&e.Fault)}
}

// errorCode returns the code of an error as commands have it; 0 for one that they
// cannot have.
func errorCode(f *message.Fault) int {
	if f.Code < 0 || f.Code >= 1<<31 {
		return 0
	}
	return int(f.Code)
}

// readGraphError reads the "error" of an answer, and reports whether it has a code.
func readGraphError(r *wire.Reader) (e *GraphError, coded bool) {
	e = &GraphError{}
	var left rest
	for name := range r.Object() {
		switch name {
		case "code":
			before := recorded(r)
			e.Fault.Code = r.LooseInt64()
			coded = recorded(r) == before
		case "message":
			e.Fault.Message = r.Text()
		case "error_user_title":
			e.Fault.Title = r.Text()
		case "error_subcode":
			e.Subcode = r.LooseInt64()
		case "type":
			e.Type = r.Text()
		case "fbtrace_id":
			e.Trace = r.Text()
		case "is_transient":
			e.Transient = r.Bool()
		case "error_data":
			readErrorData(r, &e.Fault, &left)
		default:
			left.read(r, name)
		}
	}
	e.Fault.Extra = left.extra()
	return e, coded
}

// AppendJSON appends the answer as Meta writes it, with the error as its member.
func (e *GraphError) AppendJSON(dst []byte) ([]byte, error) {
	w := wire.NewWriter(dst)
	writeGraphError(w, e)
	return w.Done()
}

// MarshalJSON returns what AppendJSON appends.
func (e *GraphError) MarshalJSON() ([]byte, error) { return e.AppendJSON(nil) }

func writeGraphError(w *wire.Writer, e *GraphError) {
	if e.Extra != "" {
		plain := *e
		plain.Extra = ""
		joinExtra(w, e.Extra, plain, writeGraphError)
		return
	}
	w.Object()
	w.Key("error")
	writeGraphFault(w, e)
	w.End()
}

func writeGraphFault(w *wire.Writer, e *GraphError) {
	if e.Fault.Extra != "" {
		plain := *e
		plain.Fault.Extra = ""
		joinExtra(w, e.Fault.Extra, plain, writeGraphFault)
		return
	}
	w.Object()
	w.Optional("message", e.Fault.Message)
	w.Optional("type", e.Type)
	w.Key("code")
	w.Int64(e.Fault.Code)
	if e.Subcode != 0 {
		w.Key("error_subcode")
		w.Int64(e.Subcode)
	}
	if e.Transient {
		w.Key("is_transient")
		w.Bool(true)
	}
	w.Optional("error_user_title", e.Fault.Title)
	if e.Fault.Details != "" {
		w.Key("error_data")
		w.Object()
		w.KeyText("messaging_product", "whatsapp")
		w.KeyText("details", e.Fault.Details)
		w.End()
	}
	w.Optional("fbtrace_id", e.Trace)
	w.End()
}
