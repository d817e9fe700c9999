// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// A call of that number fails with `error`; the next two instructions of the filter.
#define REFUSE(number, error) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))

static int filter_calls(void) {
#ifdef NATIVE_ARCHITECTURE
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#ifdef __x86_64__
        // The x32 numbers would be a way around.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        REFUSE(SYS_fork, EPERM),
        REFUSE(SYS_vfork, EPERM),
#endif
        REFUSE(SYS_socket, EACCES),
        REFUSE(SYS_socketpair, EACCES),
        REFUSE(SYS_connect, EACCES),
        REFUSE(SYS_bind, EACCES),
        REFUSE(SYS_io_uring_setup, EPERM),
        REFUSE(SYS_ptrace, EPERM),
        REFUSE(SYS_process_vm_readv, EPERM),
        REFUSE(SYS_process_vm_writev, EPERM),
        REFUSE(SYS_kill, EPERM),
        REFUSE(SYS_tkill, EPERM),
        REFUSE(SYS_pidfd_send_signal, EPERM),
        REFUSE(SYS_setsid, EPERM),
        REFUSE(SYS_setpgid, EPERM),
        REFUSE(SYS_unshare, EPERM),
        REFUSE(SYS_setns, EPERM),
        REFUSE(SYS_bpf, EPERM),
        REFUSE(SYS_keyctl, EPERM),
        REFUSE(SYS_mount, EPERM),
        // glibc then uses clone, whose flags a filter can see: threads pass, processes do not.
        REFUSE(SYS_clone3, ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {.len = sizeof rules / sizeof rules[0], .filter = rules};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#else
    return -1;
#endif
}

static int landlock_version(void) {
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

// A folder takes the right to list it, a file does not; the kernel refuses a rule that does not fit.
static void allow_reading(int rules, int place) {
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = place,
    };
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0) return;
    rule.allowed_access &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

static int fence_files(const struct chancery_confined_program *program) {
    int version = landlock_version();
    if (version < 1) return -1;
    struct landlock_ruleset_attr handled = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    // Renaming across folders came with the second version, truncation with the third.
    if (version >= 2) handled.handled_access_fs |= LANDLOCK_ACCESS_FS_MAKE_SYM << 1;
    if (version >= 3) handled.handled_access_fs |= LANDLOCK_ACCESS_FS_MAKE_SYM << 2;
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (rules < 0) return -1;
    for (char *const *path = program->readable; *path; path++) {
        int place = open(*path, O_PATH | O_CLOEXEC);
        if (place < 0) continue;
        allow_reading(rules, place);
        close(place);
    }
    allow_reading(rules, STDIN_FILENO);
    int result = (int)syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
    return result;
}

static int limit(__rlimit_resource_t resource, uint64_t value) {
    struct rlimit bound = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &bound);
}

static void restore_signals(void) {
    struct sigaction usual = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++) sigaction(number, &usual, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_behind_standard(int spared) {
    // Not by CLOSE_RANGE_CLOEXEC: the pipe that reports a failure is the only one to live until exec.
    if (spared > 3) syscall(SYS_close_range, 3, spared - 1, 0);
    if (syscall(SYS_close_range, spared + 1, ~0U, 0) == 0) return;
    struct rlimit bound;
    int last = getrlimit(RLIMIT_NOFILE, &bound) == 0 && bound.rlim_cur < 65536 ? (int)bound.rlim_cur : 65536;
    for (int descriptor = 3; descriptor < last; descriptor++)
        if (descriptor != spared) close(descriptor);
}

// Copies to numbers above those wanted first, as one of the three may stand where another belongs.
static int place_descriptors(const struct chancery_confined_program *program) {
    int input = fcntl(program->input, F_DUPFD_CLOEXEC, 3);
    int output = fcntl(program->output, F_DUPFD_CLOEXEC, 3);
    int errors = fcntl(program->errors, F_DUPFD_CLOEXEC, 3);
    if (input < 0 || output < 0 || errors < 0) return -1;
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) return -1;
    return 0;
}

static int become(const struct chancery_confined_program *program, int report, pid_t parent) {
    setpgid(0, 0);
    restore_signals();
    // A daemon that is killed takes its tools along.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != parent) return -1;
    if (place_descriptors(program) < 0 || chdir(program->folder) < 0) return -1;
    close_behind_standard(report);
    if (limit(RLIMIT_CPU, program->processor_seconds) < 0 || limit(RLIMIT_AS, program->memory_octets) < 0) return -1;
    if (limit(RLIMIT_FSIZE, program->file_octets) < 0 || limit(RLIMIT_CORE, 0) < 0 || limit(RLIMIT_NOFILE, 64) < 0) return -1;
    // A unit may forbid this one; intake goes first all the same, since there is one tool at a time.
    setpriority(PRIO_PROCESS, 0, 10);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -1;
    fence_files(program);
    filter_calls();
    execve(program->path, program->arguments, program->environment);
    return -1;
}

int chancery_start_confined(const struct chancery_confined_program *program, pid_t *process) {
    int report[2];
    if (pipe2(report, O_CLOEXEC) < 0) return errno;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        become(program, report[1], parent);
        int reason = errno ? errno : ECHILD;
        if (write(report[1], &reason, sizeof reason) < 0) _exit(126);
        _exit(127);
    }
    int failure = child < 0 ? errno : 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (child > 0) {
        ssize_t count;
        do count = read(report[0], &failure, sizeof failure);
        while (count < 0 && errno == EINTR);
        // The pipe closes by itself when exec succeeds.
        if (count != sizeof failure) failure = 0;
        if (failure)
            while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
    }
    close(report[0]);
    *process = child;
    return failure;
}

// Tried in a child, since what is fenced once stays fenced.
static int holds(int (*fence)(void)) {
    pid_t child = fork();
    if (child == 0) _exit(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && fence() == 0 ? 0 : 1);
    if (child < 0) return 0;
    int status = 1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int fence_nothing_readable(void) {
    char *none[] = {NULL};
    struct chancery_confined_program program = {.readable = none};
    return fence_files(&program);
}

int chancery_confine_layers(void) {
    return (holds(filter_calls) ? CHANCERY_CONFINE_CALLS : 0) | (holds(fence_nothing_readable) ? CHANCERY_CONFINE_FILES : 0);
}

int chancery_watch_process(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}

int chancery_make_pipe(int *reader, int *writer) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) return -1;
    *reader = ends[0];
    *writer = ends[1];
    return 0;
}

int chancery_make_nameless_file(const char *folder) {
    int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    // Some file systems know no nameless files.
    char name[4096];
    if (snprintf(name, sizeof name, "%s/chancery-XXXXXX", folder) >= (int)sizeof name) return -1;
    file = mkostemp(name, O_CLOEXEC);
    if (file >= 0) unlink(name);
    return file;
}
