/* SPDX-License-Identifier: Apache-2.0 */
/* Parses letters with GMime and decodes every leaf, text to UTF-8: the comparator of `chancery speed parse`.
 * cc -O2 gmime_parse.c -o gmime_parse $(pkg-config --cflags --libs gmime-3.0) && ./gmime_parse FOLDER [REPEAT] */
#include <dirent.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { char *octets; size_t count; } Letter;
static size_t decoded;

static void leaf(GMimeObject *parent, GMimeObject *part, gpointer unused) {
    (void)parent; (void)unused;
    if (!GMIME_IS_PART(part)) return;
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
    if (!content) return;
    GMimeStream *sink = g_mime_stream_mem_new();
    if (GMIME_IS_TEXT_PART(part)) {
        const char *charset = g_mime_text_part_get_charset(GMIME_TEXT_PART(part));
        GMimeStream *filtered = g_mime_stream_filter_new(sink);
        if (charset && g_ascii_strcasecmp(charset, "utf-8") && g_ascii_strcasecmp(charset, "us-ascii")) {
            GMimeFilter *filter = g_mime_filter_charset_new(charset, "utf-8");
            if (filter) { g_mime_stream_filter_add(GMIME_STREAM_FILTER(filtered), filter); g_object_unref(filter); }
        }
        g_mime_data_wrapper_write_to_stream(content, filtered);
        g_mime_stream_flush(filtered);
        g_object_unref(filtered);
    } else {
        g_mime_data_wrapper_write_to_stream(content, sink);
    }
    decoded += (size_t)g_mime_stream_length(sink);
    g_object_unref(sink);
}

int main(int argc, char **argv) {
    if (argc < 2) return 64;
    int repeat = argc > 2 ? atoi(argv[2]) : 3;
    struct dirent **names;
    int n = scandir(argv[1], &names, NULL, alphasort);
    Letter *letters = calloc(n > 0 ? n : 1, sizeof *letters);
    int count = 0; size_t octets = 0;
    for (int i = 0; i < n; i++) {
        char path[4096]; snprintf(path, sizeof path, "%s/%s", argv[1], names[i]->d_name);
        if (names[i]->d_name[0] == '.') continue;
        gsize length; gchar *text;
        if (!g_file_get_contents(path, &text, &length, NULL)) continue;
        letters[count].octets = text; letters[count++].count = length; octets += length;
    }
    g_mime_init();
    struct timespec a, b; clock_gettime(CLOCK_MONOTONIC, &a);
    for (int r = 0; r < repeat; r++)
        for (int i = 0; i < count; i++) {
            GMimeStream *stream = g_mime_stream_mem_new_with_buffer(letters[i].octets, letters[i].count);
            GMimeParser *parser = g_mime_parser_new_with_stream(stream);
            GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
            if (message) { g_mime_message_foreach(message, leaf, NULL); g_object_unref(message); }
            g_object_unref(parser); g_object_unref(stream);
        }
    clock_gettime(CLOCK_MONOTONIC, &b);
    double seconds = (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) / 1e9;
    printf("{\"letters\": %d, \"bytes\": %zu, \"decodedBytes\": %zu, \"seconds\": %.3f, \"megabytesPerSecond\": %.1f}\n",
           count * repeat, octets * repeat, decoded, seconds, octets * repeat / seconds / 1e6);
    return 0;
}
