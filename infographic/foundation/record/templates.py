"""The methods of a record of so many fields, by `build_templates.py`; see `methods`."""
# fmt: off
# mypy: ignore-errors
# ruff: noqa: E501, E702, E741, F821


def init_1(self, a): set_a(self, a)
def eq_1(self, other): return self is other or ((self.a, ) == (other.a, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_1(self): return hash((self.a, ))


def init_2(self, a, b): set_a(self, a); set_b(self, b)
def eq_2(self, other): return self is other or ((self.a, self.b, ) == (other.a, other.b, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_2(self): return hash((self.a, self.b, ))


def init_3(self, a, b, c): become(self, draft); self.a = a; self.b = b; self.c = c; self.__class__ = record
def eq_3(self, other): return self is other or ((self.a, self.b, self.c, ) == (other.a, other.b, other.c, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_3(self): return hash((self.a, self.b, self.c, ))


def init_4(self, a, b, c, d): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.__class__ = record
def eq_4(self, other): return self is other or ((self.a, self.b, self.c, self.d, ) == (other.a, other.b, other.c, other.d, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_4(self): return hash((self.a, self.b, self.c, self.d, ))


def init_5(self, a, b, c, d, e): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.__class__ = record
def eq_5(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, ) == (other.a, other.b, other.c, other.d, other.e, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_5(self): return hash((self.a, self.b, self.c, self.d, self.e, ))


def init_6(self, a, b, c, d, e, f): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.__class__ = record
def eq_6(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, ) == (other.a, other.b, other.c, other.d, other.e, other.f, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_6(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, ))


def init_7(self, a, b, c, d, e, f, g): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.__class__ = record
def eq_7(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_7(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, ))


def init_8(self, a, b, c, d, e, f, g, h): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.__class__ = record
def eq_8(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_8(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, ))


def init_9(self, a, b, c, d, e, f, g, h, i): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.__class__ = record
def eq_9(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_9(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, ))


def init_10(self, a, b, c, d, e, f, g, h, i, j): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.__class__ = record
def eq_10(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_10(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, ))


def init_11(self, a, b, c, d, e, f, g, h, i, j, k): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.__class__ = record
def eq_11(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_11(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, ))


def init_12(self, a, b, c, d, e, f, g, h, i, j, k, l): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.__class__ = record
def eq_12(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_12(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, ))


def init_13(self, a, b, c, d, e, f, g, h, i, j, k, l, m): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.__class__ = record
def eq_13(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_13(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, ))


def init_14(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.__class__ = record
def eq_14(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_14(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, ))


def init_15(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.__class__ = record
def eq_15(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, other.o, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_15(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, ))


def init_16(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p): become(self, draft); self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.__class__ = record
def eq_16(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, self.p, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, other.o, other.p, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_16(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, self.p, ))
