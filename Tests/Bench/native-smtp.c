// SPDX-License-Identifier: Apache-2.0
// Submits LETTERS of OCTETS to 127.0.0.1:PORT, each to another recipient, with libcurl's own SMTP over one kept connection, and
// prints letters a second: what a program does that leaves the dialogue to libcurl and keeps nothing.
// Usage:  cc -O2 native-smtp.c -lcurl -o native-smtp && ./native-smtp PORT LETTERS OCTETS
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char head[] = "From: rada@city.example\r\nTo: c@mail.example\r\nSubject: bench\r\n\r\n";
static const char line[] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n";

struct letter {
    char *octets;
    size_t size, sent;
};

static size_t take(char *to, size_t size, size_t count, void *from) {
    struct letter *letter = from;
    size_t left = letter->size - letter->sent, share = size * count < left ? size * count : left;
    memcpy(to, letter->octets + letter->sent, share);
    letter->sent += share;
    return share;
}

static struct letter made(size_t size) {
    struct letter letter = {malloc(size + sizeof head + sizeof line), sizeof head - 1, 0};
    if (letter.octets == NULL) exit(1);
    memcpy(letter.octets, head, sizeof head - 1);
    while (letter.size < size) {
        memcpy(letter.octets + letter.size, line, sizeof line - 1);
        letter.size += sizeof line - 1;
    }
    return letter;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count != 4) return fprintf(stderr, "usage: native-smtp PORT LETTERS OCTETS\n"), 64;
    char url[64], recipient[64];
    int letters = atoi(words[2]);
    struct letter letter = made((size_t)atol(words[3]));
    snprintf(url, sizeof url, "smtp://127.0.0.1:%s", words[1]);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, "<rada@city.example>");
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_READDATA, &letter);
    double start = now();
    for (int number = 0; number < letters; number++) {
        snprintf(recipient, sizeof recipient, "<c%d@mail.example>", number);
        struct curl_slist *recipients = curl_slist_append(NULL, recipient);
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
        letter.sent = 0;
        CURLcode code = curl_easy_perform(curl);
        if (code != CURLE_OK) return fprintf(stderr, "letter %d: %s\n", number, curl_easy_strerror(code)), 1;
        curl_slist_free_all(recipients);
    }
    printf("%.0f\n", letters / (now() - start));
    return 0;
}
