//go:build !linux && !darwin

package host

// Numbers that the socket module works with, on systems where it has no
// sockets.
const (
	AF_UNSPEC     = 0
	AF_UNIX       = 1
	AF_INET       = 2
	AF_INET6      = 10
	SOCK_STREAM   = 1
	SOCK_DGRAM    = 2
	SOCK_RAW      = 3
	SOL_SOCKET    = 1
	SO_ERROR      = 4
	SO_TYPE       = 3
	SO_ACCEPTCONN = 30
	SOMAXCONN     = 128
	MSG_DONTWAIT  = 0
	MSG_PEEK      = 0
	MSG_WAITALL   = 0
	TypeFlags     = 0

	IPPROTO_TCP = 6
	IPPROTO_UDP = 17
)

// CmsgLen is the length of a control message with n bytes of data; CmsgSpace is
// the room it takes.
func CmsgLen(n int) int   { return 16 + n }
func CmsgSpace(n int) int { return (16 + n + 7) &^ 7 }

// ControlMessage is one control message of a socket.
type ControlMessage struct {
	Level, Type int
	Data        []byte
}

// ParseControl takes control messages apart.
func ParseControl([]byte) ([]ControlMessage, error) { return nil, noSys() }

// BuildControl puts control messages together.
func BuildControl([]ControlMessage) []byte { return nil }

// SockProtocol is the protocol of a socket.
func SockProtocol(Net, int) (int, error) { return 0, noSys() }
