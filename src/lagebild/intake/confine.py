"""What a child process does to itself, so that it can neither eat the machine nor outlive its parent."""

import contextlib
import math
import os
import signal
import sys
import time

if sys.platform != "win32":
    import resource

OUT_OF_MEMORY = 77
"""Exit code of a child that needed more memory than it may have."""
_SLACK = 1
"""Seconds after which the kernel ends what the parent should have ended: there may be no parent any more."""


def ignore_interrupts() -> None:
    """Ctrl-C goes to everybody in the terminal; what is to end is the parent's to decide."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def limit_memory(size: int) -> None:
    """No more address space than that; where the system does not keep to it, `watch_memory` does."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = size if hard == resource.RLIM_INFINITY else min(size, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def limit_seconds(seconds: float) -> None:
    """The kernel ends this process when it has used so much more processor time, and a little."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        most = math.ceil(time.process_time() + seconds) + _SLACK
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def watch_memory(size: int, *, before: int) -> None:
    """Ends this process where it has had more in memory than that, and more than `before`.

    Some systems count what the parent had before this program began for ours: that is `before`.
    """
    if peak_memory() > max(size, before):
        os._exit(OUT_OF_MEMORY)


def peak_memory() -> int:
    """The most bytes that this process ever had in memory; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _peak_on_windows()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _peak_on_windows() -> int:
    import ctypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("page_faults", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("peak", "now", "a", "b", "c", "d", "pagefile", "peak_pagefile")),
        )

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.CDLL("kernel32")
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    told = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.peak) if told else 0
