package socket

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// Sending and receiving.

// positional takes positional arguments, the first least required, apart.
func positional(t *py.Thread, fname string, args py.Args, least, most int, out []py.Value) *py.Exc {
	if args.NumKw() > 0 {
		return t.TypeErr("socket.%s() takes no keyword arguments", fname)
	}
	pos := args.Pos()
	switch {
	case len(pos) < least:
		return t.TypeErr("%s() takes at least %d argument%s (%d given)", fname, least, plural(least), len(pos))
	case len(pos) > most:
		return t.TypeErr("%s() takes at most %d argument%s (%d given)", fname, most, plural(most), len(pos))
	}
	copy(out, pos)
	return nil
}

// flagsArg converts optional flags.
func flagsArg(t *py.Thread, v py.Value) (int, *py.Exc) {
	if v.IsNil() {
		return 0, nil
	}
	return t.CInt(v)
}

// quickBytes bounds the transfers for which the GIL is kept: they do not wait.
const quickBytes = 16 << 10

func length(bufs [][]byte) (n int) {
	for _, b := range bufs {
		n += len(b)
	}
	return n
}

// receive reads into bufs and oob. With MSG_WAITALL a stream without a timeout
// fills the first of bufs, unless it ends or fails before.
func (s *socket) receive(t *py.Thread, bufs [][]byte, oob []byte, flags int) (host.Message, *py.Exc) {
	m, exc := s.receiveOnce(t, bufs, oob, flags)
	if exc != nil || flags&host.MSG_WAITALL == 0 || flags&(host.MSG_DONTWAIT|host.MSG_PEEK) != 0 || len(bufs) != 1 || len(oob) != 0 || s.timeout.Load() >= 0 {
		return m, exc
	}
	if kind, err := netOf(t).GetsockoptInt(s.desc(), host.SOL_SOCKET, host.SO_TYPE); err != nil || kind != host.SOCK_STREAM {
		return m, nil
	}
	for b := bufs[0]; m.N > 0 && m.N < len(b); {
		more, exc := s.receiveOnce(t, [][]byte{b[m.N:]}, nil, flags)
		switch {
		case exc != nil && !exc.Is(py.OSError):
			return m, exc // a signal handler's
		case exc != nil, more.N == 0:
			return m, nil // what has come comes first
		}
		m.N += more.N
	}
	return m, nil
}

func (s *socket) receiveOnce(t *py.Thread, bufs [][]byte, oob []byte, flags int) (m host.Message, exc *py.Exc) {
	nw := netOf(t)
	total := length(bufs)
	exc = s.call(t, toRead, flags, s.deadline(t), func(fd int) (err error) {
		if total <= quickBytes {
			m, err = nw.Recv(fd, bufs, oob, s.noWait(flags))
		} else {
			t.Blocking(func() { m, err = nw.Recv(fd, bufs, oob, s.noWait(flags)) })
		}
		return err
	})
	return m, exc
}

// sizeAndFlags are the arguments of recv() and recvfrom().
func sizeAndFlags(t *py.Thread, fname string, args py.Args) (size, flags int, exc *py.Exc) {
	var a [2]py.Value
	if exc = positional(t, fname, args, 1, 2, a[:]); exc != nil {
		return
	}
	if size, exc = t.SizeArg(a[0]); exc != nil {
		return
	}
	if flags, exc = flagsArg(t, a[1]); exc != nil {
		return
	}
	switch {
	case size < 0:
		exc = t.ValueErr("negative buffersize in %s", fname)
	case size > math.MaxInt32:
		exc = t.MemoryErr()
	}
	return
}

// trimmed is what was received, without the room that was not needed.
func trimmed(b []byte, n int) py.Value {
	if n < len(b)/2 {
		return py.CopyBytes(b[:n]).Value()
	}
	return py.NewBytes(b[:n]).Value()
}

func recv(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	size, flags, exc := sizeAndFlags(t, "recv", args)
	if exc != nil {
		return py.Value{}, exc
	}
	b := py.Room(size)
	m, exc := of(v).receive(t, [][]byte{b}, nil, flags)
	if exc != nil {
		return py.Value{}, exc
	}
	return trimmed(b, m.N), nil
}

func fromValue(a host.SockAddr) py.Value {
	if a.Family == 0 {
		return py.None
	}
	return addrValue(a)
}

func recvfrom(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	size, flags, exc := sizeAndFlags(t, "recvfrom", args)
	if exc != nil {
		return py.Value{}, exc
	}
	b := py.Room(size)
	m, exc := of(v).receive(t, [][]byte{b}, nil, flags)
	if exc != nil {
		return py.Value{}, exc
	}
	return py.NewTuple(trimmed(b, m.N), fromValue(m.From)).Value(), nil
}

// writable asks for the memory of an argument to receive into.
func writable(t *py.Thread, fname string, v py.Value) (*py.Buffer, *py.Exc) {
	if py.HasBuffer(v) {
		b, err := t.Buffer(v, py.BufWritable)
		if err == nil || !err.Is(py.BufferError) {
			return b, err
		}
	}
	return nil, t.TypeErr("%s() argument 1 must be read-write bytes-like object, not %s", fname, py.ArgTypeName(v))
}

// into is recv_into() and recvfrom_into().
func into(fname, tooFew string, from bool) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		b, exc := writable(t, fname, a[0])
		if exc != nil {
			return py.Value{}, exc
		}
		defer b.ReleaseOn(t)
		n := 0
		if !a[1].IsNil() {
			if n, exc = t.SizeArg(a[1]); exc != nil {
				return py.Value{}, exc
			}
		}
		flags, exc := flagsArg(t, a[2])
		if exc != nil {
			return py.Value{}, exc
		}
		switch {
		case n < 0:
			return py.Value{}, t.ValueErr("negative buffersize in %s", fname)
		case n > len(b.Data):
			return py.Value{}, t.ValueErr("%s", tooFew)
		case n == 0:
			n = len(b.Data)
		}
		m, exc := of(v).receive(t, [][]byte{b.Data[:n]}, nil, flags)
		if exc != nil {
			return py.Value{}, exc
		}
		if !from {
			return py.IntOf(m.N), nil
		}
		return py.NewTuple(py.IntOf(m.N), fromValue(m.From)).Value(), nil
	}
}

// message is recvmsg() and recvmsg_into() once their buffers are known.
func (s *socket) message(t *py.Thread, bufs [][]byte, fname string, size, flagsV py.Value, head func(n int) py.Value) (py.Value, *py.Exc) {
	room := 0
	var exc *py.Exc
	if !size.IsNil() {
		if room, exc = t.SizeArg(size); exc != nil {
			return py.Value{}, exc
		}
	}
	flags, exc := flagsArg(t, flagsV)
	if exc != nil {
		return py.Value{}, exc
	}
	if room < 0 || room > math.MaxInt32 {
		return py.Value{}, t.ValueErr("invalid ancillary data buffer length")
	}
	oob := make([]byte, room)
	m, exc := s.receive(t, bufs, oob, flags)
	if exc != nil {
		return py.Value{}, exc
	}
	// What does not fit is cut off; its flag says so, and what is whole counts.
	list, err := host.ParseControl(wholeControl(oob[:m.OobN]))
	if err != nil {
		return py.Value{}, t.OSErr(err)
	}
	items := make([]py.Value, len(list))
	for i, c := range list {
		items[i] = py.NewTuple(py.IntOf(c.Level), py.IntOf(c.Type), py.CopyBytes(c.Data).Value()).Value()
	}
	return py.NewTuple(head(m.N), py.NewList(items).Value(), py.IntOf(m.Flags), fromValue(m.From)).Value(), nil
}

// wholeControl is oob up to the last control message whose header is whole; the
// data of that one may have been cut off, and its length then says what is left.
func wholeControl(oob []byte) []byte {
	if len(oob) < host.CmsgLen(0) {
		return nil
	}
	return oob
}

func recvmsg(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [3]py.Value
	if exc := positional(t, "recvmsg", args, 1, 3, a[:]); exc != nil {
		return py.Value{}, exc
	}
	size, exc := t.SizeArg(a[0])
	switch {
	case exc != nil:
		return py.Value{}, exc
	case size < 0:
		return py.Value{}, t.ValueErr("negative buffer size in recvmsg()")
	case size > math.MaxInt32:
		return py.Value{}, t.MemoryErr()
	}
	b := py.Room(size)
	return of(v).message(t, [][]byte{b}, "recvmsg", a[1], a[2], func(n int) py.Value { return trimmed(b, n) })
}

func recvmsgInto(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [3]py.Value
	if exc := positional(t, "recvmsg_into", args, 1, 3, a[:]); exc != nil {
		return py.Value{}, exc
	}
	items, exc := t.Items(a[0])
	if exc != nil {
		if exc.Is(py.TypeError) {
			exc = t.TypeErr("recvmsg_into() argument 1 must be an iterable")
		}
		return py.Value{}, exc
	}
	bufs := make([][]byte, 0, len(items))
	for _, x := range items {
		var b *py.Buffer
		if py.HasBuffer(x) {
			if b, exc = t.Buffer(x, py.BufWritable); exc != nil && !exc.Is(py.BufferError) {
				return py.Value{}, exc
			}
		}
		if b == nil {
			return py.Value{}, t.TypeErr("recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
		}
		defer b.ReleaseOn(t)
		bufs = append(bufs, b.Data)
	}
	return of(v).message(t, bufs, "recvmsg_into", a[1], a[2], func(n int) py.Value { return py.IntOf(n) })
}

// transmit sends bufs once. A socket without a timeout is only done when all of
// it is sent, as the system's call is when it waits by itself.
func (s *socket) transmit(t *py.Thread, deadline int64, bufs [][]byte, oob []byte, flags int, to *host.SockAddr) (n int, exc *py.Exc) {
	nw := netOf(t)
	total := length(bufs)
	sent := 0
	for {
		exc = s.call(t, toWrite, flags, deadline, func(fd int) (err error) {
			if total-sent <= quickBytes {
				n, err = nw.Send(fd, bufs, oob, s.noWait(flags), to)
			} else {
				t.Blocking(func() { n, err = nw.Send(fd, bufs, oob, s.noWait(flags), to) })
			}
			return err
		})
		if exc != nil {
			return sent, exc
		}
		sent += n
		if sent >= total || s.timeout.Load() >= 0 || flags&host.MSG_DONTWAIT != 0 {
			return sent, nil
		}
		bufs, oob = after(bufs, n), nil
	}
}

// after is what is left of bufs when n bytes are sent.
func after(bufs [][]byte, n int) [][]byte {
	for len(bufs) > 0 && n >= len(bufs[0]) {
		n -= len(bufs[0])
		bufs = bufs[1:]
	}
	if n == 0 || len(bufs) == 0 {
		return bufs
	}
	rest := append([][]byte(nil), bufs...)
	rest[0] = rest[0][n:]
	return rest
}

func sendSome(fname string, all bool) py.FnRaw {
	return func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		var a [2]py.Value
		if exc := positional(t, fname, args, 1, 2, a[:]); exc != nil {
			return py.Value{}, exc
		}
		flags, exc := flagsArg(t, a[1])
		if exc != nil {
			return py.Value{}, exc
		}
		res := py.None
		exc = t.BytesLike(a[0], func(b []byte) *py.Exc {
			s := of(v)
			deadline := s.deadline(t)
			for {
				n, exc := s.transmit(t, deadline, [][]byte{b}, nil, flags, nil)
				if exc != nil {
					return exc
				}
				if !all {
					res = py.IntOf(n)
					return nil
				}
				if b = b[n:]; len(b) == 0 {
					return nil
				}
				if exc := t.RunPending(); exc != nil {
					return exc
				}
			}
		})
		return res, exc
	}
}

func sendto(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	if args.NumKw() > 0 {
		return py.Value{}, t.TypeErr("socket.sendto() takes no keyword arguments")
	}
	pos := args.Pos()
	if len(pos) != 2 && len(pos) != 3 {
		return py.Value{}, t.TypeErr("sendto() takes 2 or 3 arguments (%d given)", len(pos))
	}
	res := py.None
	exc := t.BytesLike(pos[0], func(b []byte) *py.Exc {
		flags := 0
		if len(pos) == 3 {
			var exc *py.Exc
			if flags, exc = t.CInt(pos[1]); exc != nil {
				return exc
			}
		}
		s := of(v)
		to, exc := parseAddr(t, s.family, "sendto", pos[len(pos)-1])
		if exc != nil {
			return exc
		}
		n, exc := s.transmit(t, s.deadline(t), [][]byte{b}, nil, flags, &to)
		res = py.IntOf(n)
		return exc
	})
	return res, exc
}

// control converts the ancillary data of sendmsg().
func control(t *py.Thread, v py.Value) ([]byte, *py.Exc) {
	const what = "[sendmsg() ancillary data items]()"
	items, exc := t.Items(v)
	if exc != nil {
		if exc.Is(py.TypeError) {
			exc = t.TypeErr("sendmsg() argument 2 must be an iterable")
		}
		return nil, exc
	}
	var list []host.ControlMessage
	for _, x := range items {
		if !py.IsSequence(x) {
			return nil, t.TypeErr("%s argument must be 3-item sequence, not %s", what, py.ArgTypeName(x))
		}
		parts, exc := t.Items(x)
		if exc != nil {
			return nil, exc
		}
		if len(parts) != 3 {
			return nil, t.TypeErr("%s argument must be sequence of length 3, not %d", what, len(parts))
		}
		var c host.ControlMessage
		if c.Level, exc = t.CInt(parts[0]); exc != nil {
			return nil, exc
		}
		if c.Type, exc = t.CInt(parts[1]); exc != nil {
			return nil, exc
		}
		if exc = t.BytesLike(parts[2], func(b []byte) *py.Exc { c.Data = append([]byte{}, b...); return nil }); exc != nil {
			return nil, exc
		}
		list = append(list, c)
	}
	return host.BuildControl(list), nil
}

func sendmsg(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [4]py.Value
	if exc := positional(t, "sendmsg", args, 1, 4, a[:]); exc != nil {
		return py.Value{}, exc
	}
	items, exc := t.Items(a[0])
	if exc != nil {
		if exc.Is(py.TypeError) {
			exc = t.TypeErr("sendmsg() argument 1 must be an iterable")
		}
		return py.Value{}, exc
	}
	bufs := make([][]byte, 0, len(items))
	for _, x := range items {
		b, exc := t.Buffer(x, py.BufSimple)
		if exc != nil {
			return py.Value{}, exc
		}
		defer b.ReleaseOn(t)
		bufs = append(bufs, b.Data)
	}
	var oob []byte
	if !a[1].IsNil() {
		if oob, exc = control(t, a[1]); exc != nil {
			return py.Value{}, exc
		}
	}
	flags, exc := flagsArg(t, a[2])
	if exc != nil {
		return py.Value{}, exc
	}
	s := of(v)
	var to *host.SockAddr
	if !a[3].IsNil() && !a[3].IsNone() {
		addr, exc := parseAddr(t, s.family, "sendmsg", a[3])
		if exc != nil {
			return py.Value{}, exc
		}
		to = &addr
	}
	n, exc := s.transmit(t, s.deadline(t), bufs, oob, flags, to)
	return py.IntOf(n), exc
}

var transferMethods = []py.MethodSpec{
	{Name: "recv", Fn: py.FnRaw(recv), Doc: "recv(buffersize[, flags]) -> data\n\nReceive up to buffersize bytes; none when the other end has closed."},
	{Name: "recv_into", Sig: "buffer, nbytes=0, flags=0", Fn: into("recv_into", "buffer too small for requested bytes", false), Doc: "recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nReceive into a buffer, as many bytes as fit when nbytes is 0."},
	{Name: "recvfrom", Fn: py.FnRaw(recvfrom), Doc: "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(), with the address of the sender."},
	{Name: "recvfrom_into", Sig: "buffer, nbytes=0, flags=0", Fn: into("recvfrom_into", "nbytes is greater than the length of the buffer", true), Doc: "recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)\n\nLike recv_into(), with the address of the sender."},
	{Name: "recvmsg", Fn: py.FnRaw(recvmsg), Doc: "recvmsg(bufsize[, ancbufsize[, flags]]) -> (data, ancdata, msg_flags, address)\n\nReceive data with control messages, a list of (level, type, data)."},
	{Name: "recvmsg_into", Fn: py.FnRaw(recvmsgInto), Doc: "recvmsg_into(buffers[, ancbufsize[, flags]]) -> (nbytes, ancdata, msg_flags, address)\n\nLike recvmsg(), into buffers that are filled one after the other."},
	{Name: "send", Fn: sendSome("send", false), Doc: "send(data[, flags]) -> count\n\nSend data; the result is how many bytes of it went out."},
	{Name: "sendall", Fn: sendSome("sendall", true), Doc: "sendall(data[, flags])\n\nSend all of data."},
	{Name: "sendto", Fn: py.FnRaw(sendto), Doc: "sendto(data[, flags], address) -> count\n\nLike send(data, flags), to an address."},
	{Name: "sendmsg", Fn: py.FnRaw(sendmsg), Doc: "sendmsg(buffers[, ancdata[, flags[, address]]]) -> count\n\nSend buffers one after the other, with control messages (level, type, data)."},
}
