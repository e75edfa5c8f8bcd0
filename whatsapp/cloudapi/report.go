package cloudapi

import (
	"errors"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
)

// Report reads the answer to a send request and returns the command that tells the
// session what became of the message with the LocalID:
//
//   - a [whatsapp.ReportAccepted] and no error, where Meta took it;
//   - a [whatsapp.ReportFailed] and the *[GraphError], where Meta refused it for good;
//   - nil and the error, where nothing is settled: Meta asks for patience
//     ([GraphError.Retry]), or the body is no answer to a send request. The message
//     stays in the outbox, to be sent again under the same LocalID.
//
// What Meta tells of the contact is in [DecodeResult] alone.
func Report(answer []byte, localID string, at time.Time) (whatsapp.Command, error) {
	result, err := DecodeResult(answer)
	switch {
	case err == nil && result.WAMID() == "":
		return nil, noMessage.Err() // what another request is answered
	case err == nil:
		return result.Report(localID, at), nil
	}
	if refused, ok := errors.AsType[*GraphError](err); ok && !refused.Retry() {
		return refused.Report(localID, at), err
	}
	return nil, err
}
