// SPDX-License-Identifier: Apache-2.0
// Submits LETTERS of OCTETS to 127.0.0.1:PORT, each to another recipient, over one connection with a pipelined envelope, and makes 512
// octets of JOURNAL durable before each final dot, while the server reads the envelope; prints letters a second. It words nothing,
// keeps no letter and no verdict: the least that a program does which knows after a crash what it had under way.
// Usage:  cc -O2 bare-smtp.c -o bare-smtp && ./bare-smtp PORT LETTERS OCTETS JOURNAL
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char head[] = "From: rada@city.example\r\nTo: c@mail.example\r\nSubject: bench\r\n\r\n";
static const char line[] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n";
enum { slot = 512, slots = 128 };

static int peer;
static char heard[65536];
static size_t unread;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void say(const char *octets, size_t size) {
    while (size > 0) {
        ssize_t sent = write(peer, octets, size);
        if (sent < 0) fail("write");
        octets += sent;
        size -= (size_t)sent;
    }
}

// Waits for a whole reply, which must have this code.
static void expect(int code) {
    for (;;) {
        char *end = memchr(heard, '\n', unread);
        if (end == NULL) {
            ssize_t count = read(peer, heard + unread, sizeof heard - unread);
            if (count <= 0) fail("read");
            unread += (size_t)count;
            continue;
        }
        int found = atoi(heard), goes_on = heard[3] == '-';
        size_t length = (size_t)(end - heard) + 1;
        memmove(heard, heard + length, unread - length);
        unread -= length;
        if (goes_on) continue;
        if (found == code) return;
        fprintf(stderr, "the server said %d in place of %d\n", found, code);
        exit(1);
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count != 5) return fprintf(stderr, "usage: bare-smtp PORT LETTERS OCTETS JOURNAL\n"), 64;
    int letters = atoi(words[2]), at_once = 1;
    size_t wanted = (size_t)atol(words[3]), size = sizeof head - 1;
    char *letter = malloc(wanted + sizeof head + sizeof line + 3), envelope[256], record[slot] = {1};
    if (letter == NULL) fail("malloc");
    memcpy(letter, head, size);
    for (; size < wanted; size += sizeof line - 1) memcpy(letter + size, line, sizeof line - 1);
    memcpy(letter + size, ".\r\n", 3);
    int journal = open(words[4], O_RDWR | O_CREAT, 0600);
    if (journal < 0) fail(words[4]);
    for (int place = 0; place < slots; place++)
        if (pwrite(journal, record, slot, (off_t)place * slot) != slot) fail("pwrite");
    if (fsync(journal) != 0) fail("fsync");
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)atoi(words[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer = socket(AF_INET, SOCK_STREAM, 0);
    if (peer < 0 || connect(peer, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    expect(220);
    say("EHLO bench.example\r\n", 20);
    expect(250);
    double start = now();
    for (int number = 0; number < letters; number++) {
        int length = snprintf(
            envelope, sizeof envelope, "MAIL FROM:<rada@city.example>\r\nRCPT TO:<c%d@mail.example>\r\nDATA\r\n", number);
        say(envelope, (size_t)length);
        if (pwrite(journal, record, slot, (off_t)(number % slots) * slot) != slot || fdatasync(journal) != 0) fail("journal");
        expect(250);
        expect(250);
        expect(354);
        say(letter, size + 3);
        expect(250);
    }
    printf("%.0f\n", letters / (now() - start));
    return 0;
}
