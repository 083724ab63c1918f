"""The methods of a record of so many fields, by `build_templates.py`; see `methods`."""
# fmt: off
# mypy: ignore-errors
# ruff: noqa: E501, E701, E702, E741, F821, N803


def init_1(self, a): set_a(self, a)
def new_1(cls, a): return tuple_new(cls, (a, ))
def eq_1(self, other): return self is other or ((self.a, ) == (other.a, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_1(self): return hash((self.a, ))


def init_2(self, a, b): set_a(self, a); set_b(self, b)
def new_2(cls, a, b): return tuple_new(cls, (a, b, ))
def eq_2(self, other): return self is other or ((self.a, self.b, ) == (other.a, other.b, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_2(self): return hash((self.a, self.b, ))


def init_3(self, a, b, c):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c); return
 self.a = a; self.b = b; self.c = c; self.__class__ = record
def new_3(cls, a, b, c): return tuple_new(cls, (a, b, c, ))
def eq_3(self, other): return self is other or ((self.a, self.b, self.c, ) == (other.a, other.b, other.c, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_3(self): return hash((self.a, self.b, self.c, ))


def init_4(self, a, b, c, d):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.__class__ = record
def new_4(cls, a, b, c, d): return tuple_new(cls, (a, b, c, d, ))
def eq_4(self, other): return self is other or ((self.a, self.b, self.c, self.d, ) == (other.a, other.b, other.c, other.d, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_4(self): return hash((self.a, self.b, self.c, self.d, ))


def init_5(self, a, b, c, d, e):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.__class__ = record
def new_5(cls, a, b, c, d, e): return tuple_new(cls, (a, b, c, d, e, ))
def eq_5(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, ) == (other.a, other.b, other.c, other.d, other.e, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_5(self): return hash((self.a, self.b, self.c, self.d, self.e, ))


def init_6(self, a, b, c, d, e, f):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.__class__ = record
def new_6(cls, a, b, c, d, e, f): return tuple_new(cls, (a, b, c, d, e, f, ))
def eq_6(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, ) == (other.a, other.b, other.c, other.d, other.e, other.f, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_6(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, ))


def init_7(self, a, b, c, d, e, f, g):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.__class__ = record
def new_7(cls, a, b, c, d, e, f, g): return tuple_new(cls, (a, b, c, d, e, f, g, ))
def eq_7(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_7(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, ))


def init_8(self, a, b, c, d, e, f, g, h):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.__class__ = record
def new_8(cls, a, b, c, d, e, f, g, h): return tuple_new(cls, (a, b, c, d, e, f, g, h, ))
def eq_8(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_8(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, ))


def init_9(self, a, b, c, d, e, f, g, h, i):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.__class__ = record
def new_9(cls, a, b, c, d, e, f, g, h, i): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, ))
def eq_9(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_9(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, ))


def init_10(self, a, b, c, d, e, f, g, h, i, j):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.__class__ = record
def new_10(cls, a, b, c, d, e, f, g, h, i, j): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, ))
def eq_10(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_10(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, ))


def init_11(self, a, b, c, d, e, f, g, h, i, j, k):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.__class__ = record
def new_11(cls, a, b, c, d, e, f, g, h, i, j, k): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, ))
def eq_11(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_11(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, ))


def init_12(self, a, b, c, d, e, f, g, h, i, j, k, l):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.__class__ = record
def new_12(cls, a, b, c, d, e, f, g, h, i, j, k, l): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, l, ))
def eq_12(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_12(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, ))


def init_13(self, a, b, c, d, e, f, g, h, i, j, k, l, m):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.__class__ = record
def new_13(cls, a, b, c, d, e, f, g, h, i, j, k, l, m): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, l, m, ))
def eq_13(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_13(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, ))


def init_14(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.__class__ = record
def new_14(cls, a, b, c, d, e, f, g, h, i, j, k, l, m, n): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, ))
def eq_14(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_14(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, ))


def init_15(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.__class__ = record
def new_15(cls, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, ))
def eq_15(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, other.o, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_15(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, ))


def init_16(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.__class__ = record
def new_16(cls, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p): return tuple_new(cls, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ))
def eq_16(self, other): return self is other or ((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, self.p, ) == (other.a, other.b, other.c, other.d, other.e, other.f, other.g, other.h, other.i, other.j, other.k, other.l, other.m, other.n, other.o, other.p, ) if other.__class__ is self.__class__ else NotImplemented)
def hash_16(self): return hash((self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i, self.j, self.k, self.l, self.m, self.n, self.o, self.p, ))


def init_17(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.__class__ = record


def init_18(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.__class__ = record


def init_19(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.__class__ = record


def init_20(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.__class__ = record


def init_21(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.__class__ = record


def init_22(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.__class__ = record


def init_23(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.__class__ = record


def init_24(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.__class__ = record


def init_25(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.__class__ = record


def init_26(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.__class__ = record


def init_27(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.__class__ = record


def init_28(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.__class__ = record


def init_29(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.__class__ = record


def init_30(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.__class__ = record


def init_31(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.__class__ = record


def init_32(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.__class__ = record


def init_33(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.__class__ = record


def init_34(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.__class__ = record


def init_35(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.__class__ = record


def init_36(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.J = J; self.__class__ = record


def init_37(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.J = J; self.K = K; self.__class__ = record


def init_38(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.J = J; self.K = K; self.L = L; self.__class__ = record


def init_39(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L, M):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L, M); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.J = J; self.K = K; self.L = L; self.M = M; self.__class__ = record


def init_40(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L, M, N):
 try: become(self, draft)
 except TypeError: fill(self, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D, E, F, G, H, I, J, K, L, M, N); return
 self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h; self.i = i; self.j = j; self.k = k; self.l = l; self.m = m; self.n = n; self.o = o; self.p = p; self.q = q; self.r = r; self.s = s; self.t = t; self.u = u; self.v = v; self.w = w; self.x = x; self.y = y; self.z = z; self.A = A; self.B = B; self.C = C; self.D = D; self.E = E; self.F = F; self.G = G; self.H = H; self.I = I; self.J = J; self.K = K; self.L = L; self.M = M; self.N = N; self.__class__ = record
