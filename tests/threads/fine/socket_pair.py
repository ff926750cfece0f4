import socket, threading, time
a, b = socket.socketpair()
done = threading.Event()
def echo():
    b.recv(1)
    done.set()
threading.Thread(target=echo).start()
threading.Timer(.5, a.send, (b"x",)).start()
done.wait()
