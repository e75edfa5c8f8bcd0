package decorum

import (
	"errors"
	"iter"
	"slices"
)

// MaxViolations is how many violations a list holds before [Violations.Add]
// ends it with one [Truncated].
const MaxViolations = 100

// Violations is all that is wrong with one value, in the order of the document.
// It is a plain slice, not an error: nil means that nothing is wrong, and a
// list of mere warnings forbids nothing. [Violations.Err] makes the error.
type Violations []Violation

// Add returns the list with v at its end. A list that already holds
// MaxViolations is ended by one violation with the code [Truncated], which
// counts what came after it and is an error as soon as one of those was. Like
// append, Add may write into the list that it is given: keep only what it
// returns.
func (vs Violations) Add(v Violation) Violations {
	if len(vs) < MaxViolations {
		return append(vs, v)
	}
	found := int64(1)
	if v.Code == Truncated && v.Actual > MaxViolations {
		found = v.Actual - MaxViolations // the end of another list stands for these
	}
	if len(vs) == MaxViolations {
		return append(vs, Violation{
			Code: Truncated, Severity: v.Severity,
			Limit: MaxViolations, Actual: MaxViolations + found, Unit: Items,
		})
	}
	last := &vs[len(vs)-1]
	last.Actual += found
	if v.Severity == SeverityError {
		last.Severity = SeverityError
	}
	return vs
}

// Join returns the list with the violations of more at its end, each moved
// below place. A nil place leaves their paths as they are.
func (vs Violations) Join(place *Path, more Violations) Violations {
	for _, v := range more {
		vs = vs.Add(v.Under(place))
	}
	return vs
}

// Err returns nil when no violation has the severity SeverityError, and an
// *Error that holds all of them, warnings too, otherwise. What is added to the
// list later does not change the error.
func (vs Violations) Err() error {
	if !vs.HasErrors() {
		return nil
	}
	if len(vs) > MaxViolations {
		vs = slices.Clone(vs) // what is added later must not change the error
	}
	return &Error{vs}
}

// HasErrors reports whether any violation has the severity SeverityError.
func (vs Violations) HasErrors() bool {
	for i := range vs {
		if vs[i].Severity == SeverityError {
			return true
		}
	}
	return false
}

// Has reports whether any violation, be it an error or a warning, has the code.
func (vs Violations) Has(code Code) bool {
	for i := range vs {
		if vs[i].Code == code {
			return true
		}
	}
	return false
}

// An Error is a value that may not be used, with all that is wrong with it.
// Functions return it as a plain error: success is a nil interface.
//
//	var e *decorum.Error
//	if errors.As(err, &e) { /* e.Violations */ }
//	if errors.Is(err, decorum.TooLong) { /* one of them is too long */ }
type Error struct {
	Violations Violations `json:"violations"`
}

// Error returns the first error in English, as [Violation.String] does, and how
// many more there are. It holds nothing of the user's text.
func (e *Error) Error() string {
	if e == nil {
		return "decorum: no violation"
	}
	first, errs, warnings := -1, int64(0), int64(0)
	for i := range e.Violations {
		switch e.Violations[i].Severity {
		case SeverityError:
			if first < 0 {
				first = i
			}
			errs++
		case SeverityWarning:
			warnings++
		}
	}
	if first < 0 {
		return "decorum: no error among " + count(int64(len(e.Violations)), "violation")
	}
	text := e.Violations[first].String()
	if errs > 1 {
		text += " (and " + count(errs-1, "more error") + ")"
	}
	if warnings > 0 && errs == 1 {
		text += " (and " + count(warnings, "warning") + ")"
	}
	return text
}

// Is reports whether target is a [Code] that one of the violations of severity
// SeverityError has. A warning never matches.
func (e *Error) Is(target error) bool {
	code, ok := target.(Code)
	if !ok || e == nil {
		return false
	}
	for i := range e.Violations {
		if v := &e.Violations[i]; v.Code == code && v.Severity == SeverityError {
			return true
		}
	}
	return false
}

// All walks err and everything that it wraps or joins, in the order of their
// texts, and yields each violation of each *Error, warnings too. It yields
// nothing for nil and for errors that hold no violation. errors.As finds only
// the first *Error of a joined error; All finds every one.
func All(err error) iter.Seq[Violation] {
	return func(yield func(Violation) bool) { walk(err, yield) }
}

func walk(err error, yield func(Violation) bool) bool {
	for err != nil {
		if e, ok := err.(*Error); ok { //nolint:errorlint // the walk itself unwraps
			if e != nil {
				for _, v := range e.Violations {
					if !yield(v) {
						return false
					}
				}
			}
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				if !walk(e, yield) {
					return false
				}
			}
			return true
		}
		err = errors.Unwrap(err)
	}
	return true
}
