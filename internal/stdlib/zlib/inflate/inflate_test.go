package inflate

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"math/rand"
	"testing"
)

func samples() [][]byte {
	rnd := rand.New(rand.NewSource(1))
	noise := make([]byte, 200_000)
	rnd.Read(noise)
	words := make([]byte, 0, 300_000)
	for len(words) < 300_000 {
		words = append(words, []string{"snake ", "scale ", "braid ", "thread ", "\n"}[rnd.Intn(5)]...)
		if rnd.Intn(40) == 0 {
			words = append(words, byte(rnd.Intn(256)))
		}
	}
	return [][]byte{nil, []byte("a"), bytes.Repeat([]byte("abc"), 50_000), noise, words}
}

func pack(t *testing.T, w Wrapper, level int, p []byte) []byte {
	var out bytes.Buffer
	var c io.WriteCloser
	var err error
	switch w {
	case Raw:
		c, err = flate.NewWriter(&out, level)
	case Zlib:
		c, err = zlib.NewWriterLevel(&out, level)
	default:
		g, gerr := gzip.NewWriterLevel(&out, level)
		g.Name, g.Comment, g.Extra = "name", "comment", []byte("extra")
		c, err = g, gerr
	}
	if err != nil {
		t.Fatal(err)
	}
	c.Write(p)
	c.Close()
	return out.Bytes()
}

func TestStreams(t *testing.T) {
	for _, w := range []Wrapper{Raw, Zlib, Gzip} {
		for _, level := range []int{0, 1, 6, 9, -2} {
			for i, p := range samples() {
				z := append(pack(t, w, level, p), "tail"...)
				for _, step := range []int{1 << 30, 1, 777} {
					if step == 1 && len(z) > 100_000 {
						continue
					}
					r := New(w, 0)
					var got, rest []byte
					for at := 0; at < len(z) && !r.Done(); at += step {
						in := z[at:min(len(z), at+min(step, len(z)))]
						out, left, err := r.Decompress(in, -1)
						if err != nil {
							t.Fatalf("%v/%d/%d step %d: %v", w, level, i, step, err)
						}
						got = append(got, out...)
						if r.Done() {
							rest = append(append([]byte{}, left...), z[min(len(z), at+step):]...)
						}
					}
					if !bytes.Equal(got, p) || !r.Done() || string(rest) != "tail" {
						t.Fatalf("%v/%d/%d step %d: %d bytes, want %d; done %v, rest %q", w, level, i, step, len(got), len(p), r.Done(), rest)
					}
				}
			}
		}
	}
}

func TestLimit(t *testing.T) {
	for i, p := range samples() {
		z := pack(t, Zlib, 6, p)
		r := New(Auto, 0)
		var got []byte
		for k := 0; !r.Done(); k++ {
			out, rest, err := r.Decompress(z, 1000)
			if err != nil || len(out) > 1000 {
				t.Fatal(i, len(out), err)
			}
			if k == 3 {
				r = r.Clone()
			}
			z = rest
			got = append(got, out...)
			if len(out) == 0 && len(z) == 0 && !r.Done() {
				t.Fatal("stuck")
			}
		}
		if !bytes.Equal(got, p) {
			t.Fatal(i, len(got))
		}
	}
}

func TestFaults(t *testing.T) {
	rnd := rand.New(rand.NewSource(2))
	for _, w := range []Wrapper{Raw, Zlib, Gzip} {
		z := pack(t, w, 6, samples()[4][:20_000])
		for range 3000 {
			bad := append([]byte{}, z...)
			for range 1 + rnd.Intn(3) {
				bad[rnd.Intn(len(bad))] ^= byte(1 + rnd.Intn(255))
			}
			r := New(w, 0)
			for in := bad; ; {
				out, rest, err := r.Decompress(in, 5000)
				if err != nil || r.Done() || len(out) == 0 && len(rest) == 0 {
					break
				}
				in = rest
			}
		}
	}
}

func TestDict(t *testing.T) {
	dict := []byte("the snake braids its scales")
	var out bytes.Buffer
	c, _ := zlib.NewWriterLevelDict(&out, 9, dict)
	c.Write([]byte("the snake braids"))
	c.Close()
	r := New(Zlib, 0)
	_, rest, err := r.Decompress(out.Bytes(), -1)
	if err != ErrNeedDict || r.SetDict([]byte("other")) || !r.SetDict(dict) {
		t.Fatal(err)
	}
	got, _, err := r.Decompress(rest, -1)
	if err != nil || string(got) != "the snake braids" || !r.Done() {
		t.Fatal(string(got), err)
	}
}

func BenchmarkWords(b *testing.B) {
	var out bytes.Buffer
	c := zlib.NewWriter(&out)
	p := samples()[4]
	c.Write(p)
	c.Close()
	b.SetBytes(int64(len(p)))
	for b.Loop() {
		New(Zlib, 0).Decompress(out.Bytes(), -1)
	}
}
