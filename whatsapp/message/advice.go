package message

import "github.com/decorum-go/decorum"

// Advice is what one of Meta's error codes means, and what to do next. It is
// plain data for a screen, a log and the program that decides whether to send
// again; it holds nothing of the message.
//
// The zero Advice advises nothing.
type Advice struct {
	// Code is Meta's number, the first one where it stands for a range.
	Code int64 `json:"code"`
	// Last is the end of a range of numbers that mean the same; 0 for one alone.
	Last int64 `json:"last,omitempty"`
	// Title is a heading of a few words.
	Title string `json:"title"`
	// Meaning says what happened, in a sentence or two of plain English.
	Meaning string `json:"meaning"`
	// Remedy says what to do next, likewise.
	Remedy string `json:"remedy"`
	// Retry says whether the same request may be sent again.
	Retry Retry `json:"retry"`
	// Actor is who can put it right; "" where nobody on the business's side has to.
	Actor Actor `json:"actor,omitempty"`
	// Violation is the code of the rule that is broken, where the error tells of
	// one of this library's; "" for none.
	Violation decorum.Code `json:"violation,omitempty"`
}

// A Retry says whether a request that failed may be sent again as it is. The
// empty Retry is not known: treat it as [RetryNever].
type Retry string

// The answers.
const (
	// RetryNever: the same request would fail again; send another one, or none.
	RetryNever Retry = "never"
	// RetryLater: the same request may pass later. Wait before each attempt, longer
	// each time, and give up in the end.
	RetryLater Retry = "later"
	// RetryMended: the same request may pass once somebody has put something right
	// that is not in the request, such as a token or a payment.
	RetryMended Retry = "mended"
)

// An Actor is somebody who can put an error right. The empty Actor is nobody on
// the business's side.
type Actor string

// The actors.
const (
	// AgentActs: whoever writes the message.
	AgentActs Actor = "agent"
	// DeveloperActs: whoever wrote the program that sends it.
	DeveloperActs Actor = "developer"
	// AdministratorActs: whoever runs the business's account with Meta.
	AdministratorActs Actor = "administrator"
)

// Advise returns what is known of one of Meta's error codes: of the Cloud API's
// requests and webhooks, and of the sub-codes that come with code 100 when a
// message template is refused. It returns the zero Advice and false for a code
// that this version does not know.
//
// The texts may be worded better in a later version. Codes are only ever added.
func Advise(code int64) (Advice, bool) {
	low, high := 0, len(advices)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if advices[mid].Code <= code {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low > 0 {
		if a := advices[low-1]; code == a.Code || code <= a.Last {
			return a, true
		}
	}
	return Advice{}, false
}

// Advices returns everything that [Advise] knows, in the order of the codes: a
// list for a page of help. The slice is the caller's own.
func Advices() []Advice { return append([]Advice(nil), advices[:]...) }

// Advice returns what is known of the fault's code. Of an unknown code it
// returns the code and Meta's own title, and no [Retry].
func (f Fault) Advice() Advice {
	if a, ok := Advise(f.Code); ok {
		return a
	}
	title := f.Title
	if title == "" {
		title = f.Message
	}
	return Advice{
		Code: f.Code, Title: title,
		Meaning: "WhatsApp reports an error that this version does not know.",
		Remedy:  "Look the code up in Meta's list of error codes. Do not send the same again.",
		Actor:   DeveloperActs,
	}
}
