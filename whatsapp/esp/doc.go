// Package esp is the side of the strategies: requests and answers of the External
// Services Protocol, and the attributes that the WhatsApp driver puts on an
// interaction (guide ES, DA).
//
//	server, err := esp.NewServer(esp.Config{AppName: "DigitalMessagingServer", Channels: channels})
//	request, err := esp.ParseRequest(body)
//	answer := server.ValidateContact(request, check) // or server.Refuse(request, err)
//
// The package decides and does no I/O: whether a contact is on WhatsApp is asked by
// a function of the host's, and sessions are started by the host.
//
// # Requests and answers
//
// A [Request] has the protocol's envelope: Service, Method, AppName or AppType,
// TenantId, Parameters, a reference id that the answer repeats, and user data. An
// [Answer] has response parameters or a [Fault]. In the protocol all of it is
// key-value lists, and so it is here: a host with a client of the protocol brings
// its lists by [RequestOf] and takes them by [Request.Envelope] and
// [Answer.Envelope]. The JSON of [ParseRequest] and [ParseAnswer] is the same with
// the protocol's own names, for hosts that put something between.
//
// Two methods are known:
//
//	service      method           parameters            type               served by
//	Messaging    ValidateContact  _umsChannel, Id       [ValidateContact]  [Server.ValidateContact]
//	ChatService  InviteToChat     _umsChannel,          [InviteToChat]     [Server.InviteToChat]
//	                              _umsClientId,
//	                              _umsBusinessId,
//	                              StandardResponseId,
//	                              ChatQueueKey,
//	                              TerminateSessionFlag
//
// ValidateContact is deprecated: WhatsApp's later clients call every number valid.
// [Checker] tells what is wrong with a request, all of it, with places in its JSON.
//
// # Faults
//
// The six faults of the protocol are told apart with errors.Is; [FaultCode] has the
// table of codes, messages, and who should act:
//
//	switch err := answer.Err(); {
//	case errors.Is(err, esp.FaultConnection): // later once more
//	case errors.Is(err, esp.FaultIncorrect):  // the strategy is wrong
//	}
//
// # Key-value lists
//
// A [List] keeps its order. It holds texts, integers and lists; the protocol's
// binary values are not supported. [Attributes], [Conference], [Async] and
// [ChannelsOf] read what they know from an interaction's list, and Into and
// [WithChannels] put it back; all other keys stay what and where they are. Texts
// that were read from JSON are parts of one copy of it: strings.Clone those that
// are kept for long.
//
// # Bad input
//
// No input makes a function panic. JSON is read strictly, at most [MaxInput] bytes,
// [MaxDepth] lists deep and [MaxPairs] pairs long, in time that is linear in it. A
// key that stands twice, a value of the wrong type, a text that is not UTF-8 is a
// violation with its place. No error shows a text of the request's; what is logged
// of requests, answers and attributes are names and ids, and nothing of the
// customer's.
//
// # What the documents leave open
//
// Decided by this project, and marked "ours": the JSON of requests and answers, who
// acts on a fault, how instants are written, 1 and 0 as flags. Not documented, and
// so left to the host: under which keys a fault comes in a key-value list, and what
// answers InviteToChat.
package esp
