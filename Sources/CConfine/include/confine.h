// SPDX-License-Identifier: Apache-2.0
// Starts a foreign program that may compute and do nothing else. In C, since between fork and exec only async-signal-safe
// functions may run, and no Swift code is that.
#ifndef CHANCERY_CCONFINE_H
#define CHANCERY_CCONFINE_H

#include <stdint.h>
#include <sys/types.h>

/// What the kernel of this machine grants the started program's cell; bits of the set that `chancery_confine_layers` answers.
enum {
    /// No socket, no new process, no tracing: a seccomp filter.
    CHANCERY_CONFINE_CALLS = 1,
    /// No file but the input and the system's own can be opened, and none written: Landlock.
    CHANCERY_CONFINE_FILES = 2,
};

/// A program to start. All strings and lists belong to the caller and must outlive the call.
struct chancery_confined_program {
    const char *_Nonnull path;
    /// Ends with a null pointer, as do `environment` and `readable`.
    char *_Nullable const *_Nonnull arguments;
    char *_Nullable const *_Nonnull environment;
    /// Files and folders that may be read beside the input.
    char *_Nullable const *_Nonnull readable;
    /// The working folder.
    const char *_Nonnull folder;
    /// Become descriptors 0, 1 and 2; none else is inherited.
    int input;
    int output;
    int errors;
    uint64_t processor_seconds;
    uint64_t memory_octets;
    uint64_t file_octets;
};

/// Starts the program in a process group of its own.
///
/// Returns 0 and the process, or the errno of the step that failed; then no process is left behind.
int chancery_start_confined(const struct chancery_confined_program *_Nonnull program, pid_t *_Nonnull process);

/// The layers that hold on this machine, as bits. Each is best effort: a kernel or a unit that forbids one leaves the others.
int chancery_confine_layers(void);

/// A pipe whose ends no started program inherits. Returns 0, or -1 with errno.
int chancery_make_pipe(int *_Nonnull reader, int *_Nonnull writer);

/// A new file in `folder` for reading and writing that has no name and vanishes when closed. Returns its descriptor, or -1.
int chancery_make_nameless_file(const char *_Nonnull folder);

/// A descriptor that becomes readable when `process` ends, or -1 where the kernel has none.
int chancery_watch_process(pid_t process);

#endif
