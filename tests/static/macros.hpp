// SPDX-License-Identifier: BSL-1.0
#pragma once

// Names that widely used headers take for their macros, as these define them.

// Qt: qobjectdefs.h
#define slots
#define signals public
#define emit
#define foreach(variable, container) for (variable : container)
#define forever for (;;)

// Windows: windef.h, minwindef.h, rpcndr.h, objbase.h, winnt.h, wingdi.h, winerror.h
#define small char
#define hyper __int64
#define near
#define far
#define pascal
#define cdecl
#define interface struct
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define TRUE 1
#define FALSE 0
#undef DELETE
#define DELETE 0x00010000L
#define STRICT 1
#define ERROR 0
#undef NO_ERROR
#define NO_ERROR 0
#define DIFFERENCE 11
#define TRANSPARENT 1
#define OPAQUE 2
#define RELATIVE 2
#define ABSOLUTE 1
#define IGNORE 0
#define INFINITE 0xffffffff
#define GetObject GetObjectW
#define uuid(text)

// X11: X.h, Xlib.h, Xutil.h
#undef None
#define None 0L
#undef Bool
#define Bool int
#undef Status
#define Status int
#undef True
#define True 1
#undef False
#define False 0
#undef Always
#define Always 2
#undef Success
#define Success 0
#undef Unsorted
#define Unsorted 0
#undef Above
#define Above 0
#undef Below
#define Below 1
#undef Expose
#define Expose 12
#undef FocusIn
#define FocusIn 9

// resolv.h, arpa/nameser_compat.h
#undef QUERY
#define QUERY 0
#undef NOERROR
#define NOERROR 0
#undef ADD
#define ADD 1
#undef HEADER
#define HEADER int
#undef STATUS
#define STATUS 0
#undef p_class
#define p_class __p_class
#undef p_time
#define p_time __p_time
#undef p_type
#define p_type __p_type
#undef dn_comp
#define dn_comp __dn_comp

// sys/sysmacros.h, sys/param.h, complex.h, termios.h, assert.h and others
#undef major
#define major(device) gnu_dev_major(device)
#undef minor
#define minor(device) gnu_dev_minor(device)
#undef makedev
#define makedev(a, b) gnu_dev_makedev(a, b)
#undef I
#define I _Complex_I
#undef complex
#define complex _Complex
#undef ECHO
#define ECHO 0000010
#undef B0
#define B0 0
#undef assert
#define assert(condition)
#define check(condition) condition
#define verify(condition) condition
#define require(condition) condition
