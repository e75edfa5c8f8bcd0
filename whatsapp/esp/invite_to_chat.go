package esp

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// InviteToChat starts a session from a strategy, and may send a standard response
// or a notification (guide ES4, OB4).
type InviteToChat struct {
	// Channel is the name of the server's channel; "" where it has only one.
	Channel string
	// Client is the customer's id, Business that of the business on the channel.
	// Neither is ever translated.
	Client, Business identity.WhatsAppID
	// StandardResponseID names the standard response to send; "" for none.
	StandardResponseID string
	// Queue is where the session enters the workflow; the zero QueueKey is the
	// channel's option inbound-route-by-call.
	Queue QueueKey
	// TerminateSession: the session that the request starts ends at once.
	TerminateSession bool
}

// Request returns the request, for the type of application of the messaging
// server. Where the server is named, set AppName. Fields that are zero are left
// out.
func (i InviteToChat) Request() Request {
	p := List(nil).withText(KeyChannel, i.Channel).withText(keyClientID, i.Client.String())
	p = p.withText(keyBusinessID, i.Business.String()).withText(keyStandardResponseID, i.StandardResponseID)
	p = p.withText(keyChatQueueKey, i.Queue.String())
	if i.TerminateSession {
		p = p.With(keyTerminateSession, Text("true"))
	}
	return Request{
		Service: ServiceChat, Method: MethodInviteToChat, AppType: AppTypeSocialMS, Parameters: p,
	}
}

// LogValue returns the request's names, and its ids masked.
func (i InviteToChat) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("channel", i.Channel), slog.Attr{Key: "client", Value: i.Client.LogValue()},
		slog.Attr{Key: "business", Value: i.Business.LogValue()},
		slog.String("standard_response_id", i.StandardResponseID), slog.String("queue", i.Queue.String()),
		slog.Bool("terminate_session", i.TerminateSession),
	)
}

// InviteToChat takes up a request to start a session: it finds the channel, whose
// business must be the one that is named, in whatever form of its id, and the
// queue, which is the request's own or else the channel's inbound-route-by-call.
// The error holds a fault and the violations that led to it; [Server.Refuse]
// answers with it. A request that is taken up is answered by the host, once the
// session has begun, with [Request.Answer]: which parameters such an answer has,
// the documents do not say.
func (s *Server) InviteToChat(r Request) (Invitation, error) {
	i, vs := s.checker.InviteToChat(r)
	channel, vs := s.addressed(r, i.Channel, vs)
	queue := i.Queue
	if !vs.HasErrors() {
		e := parameters()
		e.vs = vs
		if !identity.SameSubscriber(channel.Business, i.Business) {
			e.fault(keyBusinessID, decorum.Mismatch, "the business of the channel")
		}
		if queue.IsZero() {
			queue = channel.InboundRouteByCall
		}
		if queue.IsZero() {
			e.fault(keyChatQueueKey, decorum.Required, queueKeyForm)
		}
		vs = e.vs
	}
	if vs.HasErrors() {
		return Invitation{}, s.refuse(r, vs).Err()
	}
	return Invitation{
		Channel:            whatsapp.OutboundChannel{Server: s.appName, Channel: channel.Name, Business: channel.Business},
		Contact:            identity.Identity{WhatsAppID: i.Client},
		StandardResponseID: i.StandardResponseID,
		Queue:              queue,
		TerminateSession:   i.TerminateSession,
		OnPremises:         channel.OnPremises,
		Warnings:           vs,
	}, nil
}
