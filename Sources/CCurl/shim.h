// SPDX-License-Identifier: Apache-2.0
#ifndef CHANCERY_CCURL_SHIM_H
#define CHANCERY_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: one wrapper for each kind of argument.

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_header_function(CURL *handle, curl_write_callback function) {
    return curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, function);
}

static inline CURLcode ccurl_set_progress_function(CURL *handle, curl_xferinfo_callback function) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline CURLcode ccurl_get_socket(CURL *handle, curl_socket_t *socket) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, socket);
}

static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/// The value of one field of the peer's own certificate, such as "Expire date:"; NULL when there is none.
/// Owned by the handle.
static inline const char *ccurl_peer_certificate_field(CURL *handle, const char *field) {
    struct curl_certinfo *chain = NULL;
    size_t length = strlen(field);
    if (curl_easy_getinfo(handle, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain || chain->num_of_certs < 1)
        return NULL;
    for (struct curl_slist *line = chain->certinfo[0]; line; line = line->next)
        if (strncmp(line->data, field, length) == 0)
            return line->data + length;
    return NULL;
}

/// A counter another thread can bump to end a poll; -1 when the process has no descriptor left.
static inline int ccurl_doorbell_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/// Waits for a socket and, unless it is -1, a doorbell: bit 0 when the socket is ready (or broken), bit 1 when the doorbell was rung,
/// 0 after the time or a signal.
static inline int ccurl_wait(int socket, short events, int doorbell, int milliseconds) {
    struct pollfd polled[2] = {{socket, events, 0}, {doorbell, POLLIN, 0}};
    if (poll(polled, 2, milliseconds) <= 0)
        return 0;
    return (polled[0].revents ? 1 : 0) | (polled[1].revents ? 2 : 0);
}

/// Ends a quiet connection after three probes without an answer.
static inline int ccurl_limit_keepalive_probes(int socket) {
    int probes = 3;
    return setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
}

#endif
