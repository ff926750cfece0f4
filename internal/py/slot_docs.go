package py

import "strings"

// wrapperSigs are the parameter lists that slot wrappers show, by the names of
// the special methods; those with one operand are the rest.
var wrapperSigs = func() map[string]string {
	m := map[string]string{}
	for sig, names := range map[string]string{
		"":                        "abs aiter anext await bool del float hash index int invert iter len neg next pos repr str",
		"flags, /":                "buffer",
		"*args, **kwargs":         "call init",
		"key, /":                  "contains delitem getitem",
		"name, /":                 "delattr getattribute",
		"instance, /":             "delete",
		"instance, owner=None, /": "get",
		"value, mod=None, /":      "pow rpow",
		"buffer, /":               "release_buffer",
		"instance, value, /":      "set",
		"name, value, /":          "setattr",
		"key, value, /":           "setitem",
	} {
		for _, n := range strings.Fields(names) {
			m["__"+n+"__"] = sig
		}
	}
	return m
}()

// wrapperDocs are the docstrings of slot wrappers.
var wrapperDocs = func() map[string]string {
	m := map[string]string{
		"__abs__": "abs(self)", "__neg__": "-self", "__pos__": "+self", "__invert__": "~self",
		"__bool__": "True if self else False", "__float__": "float(self)", "__int__": "int(self)",
		"__hash__": "Return hash(self).", "__repr__": "Return repr(self).", "__str__": "Return str(self).",
		"__index__": "Return self converted to an integer, if self is suitable for use as an index into a list.",
		"__iter__":  "Implement iter(self).", "__next__": "Implement next(self).", "__len__": "Return len(self).",
		"__aiter__": "Return an awaitable, that resolves in asynchronous iterator.",
		"__anext__": "Return a value or raise StopAsyncIteration.",
		"__await__": "Return an iterator to be used in await expression.",
		"__call__":  "Call self as a function.", "__init__": "Initialize self.  See help(type(self)) for accurate signature.",
		"__contains__": "Return bool(key in self).", "__getitem__": "Return self[key].",
		"__setitem__": "Set self[key] to value.", "__delitem__": "Delete self[key].",
		"__getattribute__": "Return getattr(self, name).", "__setattr__": "Implement setattr(self, name, value).",
		"__delattr__": "Implement delattr(self, name).", "__del__": "Called when the instance is about to be destroyed.",
		"__get__": "Return an attribute of instance, which is of type owner.", "__set__": "Set an attribute of instance to value.",
		"__delete__": "Delete an attribute of instance.",
		"__pow__":    "Return pow(self, value, mod).", "__rpow__": "Return pow(value, self, mod).", "__ipow__": "Return self**=value.",
		"__divmod__": "Return divmod(self, value).", "__rdivmod__": "Return divmod(value, self).",
		"__buffer__":         "Return a buffer object that exposes the underlying memory of the object.",
		"__release_buffer__": "Release the buffer object that exposes the underlying memory of the object.",
	}
	for name, op := range map[string]string{"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//",
		"mod": "%", "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^"} {
		m["__"+name+"__"] = "Return self" + op + "value."
		m["__r"+name+"__"] = "Return value" + op + "self."
		m["__i"+name+"__"] = "Return self" + op + "=value."
	}
	for name, op := range map[string]string{"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="} {
		m["__"+name+"__"] = "Return self" + op + "value."
	}
	return m
}()

// wrapperSpec declares the slot wrapper of a name.
func wrapperSpec(name string, fn any) *MethodSpec {
	sig, ok := wrapperSigs[name]
	if !ok {
		sig = "value, /"
	}
	return &MethodSpec{Name: name, Fn: fn, Sig: sig, Doc: wrapperDocs[name]}
}
