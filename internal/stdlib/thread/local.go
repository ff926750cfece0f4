package thread

import (
	"slices"

	"github.com/coachwhip/coachwhip/internal/py"
)

// local is a _thread._local: an object with a __dict__ for every thread. args
// are those of its constructor, with which __init__ runs once in each thread
// that uses the object; vals is nil when there are none.
type local struct {
	py.Header
	dicts py.Local
	vals  []py.Value
	names *py.Tuple
}

var localType = new(py.Type)

func asLocal(v py.Value) *local { return (*local)(v.Ptr()) }

func newLocal(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	if len(args.All()) > 0 && !initialised(cls) {
		return py.Value{}, t.TypeErr("Initialization arguments are not supported")
	}
	l := py.AllocFor[local](t, cls)
	l.vals, l.names = slices.Clone(args.All()), args.KwNames()
	l.dicts.Set(t, py.NewDict())
	return py.FromHeader(&l.Header), nil
}

// initialised tells whether a class has an __init__ other than object's.
func initialised(cls *py.Type) bool {
	name := py.InternStr("__init__")
	return cls.Lookup(name) != py.ObjectType.Lookup(name)
}

// dict returns the calling thread's __dict__, which is made, and filled by
// __init__, when the thread uses the object for the first time.
func (l *local) dict(t *py.Thread) (*py.Dict, *py.Exc) {
	if d := l.dicts.Get(t); d != nil {
		return d, nil
	}
	d := py.NewDict()
	l.dicts.Set(t, d)
	self := py.FromHeader(&l.Header)
	if cls := self.Type(); initialised(cls) {
		if err := cls.Slots().Init(t, self, py.MakeArgs(slices.Clone(l.vals), l.names)); err != nil {
			l.dicts.Drop(t) // the next use tries again
			return nil, err
		}
	}
	return d, nil
}

var nameDict = py.InternStr("__dict__")

func localGet(t *py.Thread, v py.Value, name *py.Str) (py.Value, *py.Exc) {
	d, err := asLocal(v).dict(t)
	if err != nil {
		return py.Value{}, err
	}
	if name == nameDict {
		return d.Value(), nil
	}
	return t.GetAttrIn(v, name, d)
}

func localSet(t *py.Thread, v py.Value, name *py.Str, val py.Value) *py.Exc {
	d, err := asLocal(v).dict(t)
	if err != nil {
		return err
	}
	if name == nameDict {
		e := t.Raise(py.AttributeError, "'%s' object attribute '__dict__' is read-only", v.Type().Name())
		e.SetField(py.AttrErrName, name.Value())
		e.SetField(py.AttrErrObj, v)
		return e
	}
	return t.SetAttrIn(v, name, val, d)
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: localType, Name: "_thread._local", Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[local](),
		Doc: "An object whose attributes every thread has for itself.\n\nA subclass's __init__ runs in each thread that uses the object.",
		Sig: "()", Slots: py.Slots{New: newLocal, GetAttr: localGet, SetAttr: localSet},
	})
}
