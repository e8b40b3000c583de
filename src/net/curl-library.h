/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <curl/curl.h>
#include <glib.h>

/* libcurl's functions, by their names without "curl_". It is loaded when a service is asked for the first time: the thirty
 * libraries that it needs take a tenth of the window's start, and half of a command's that reads a log. */
typedef struct {
  __typeof__ (curl_easy_cleanup)       *easy_cleanup;
  __typeof__ (curl_easy_getinfo)       *easy_getinfo;
  __typeof__ (curl_easy_init)          *easy_init;
  __typeof__ (curl_easy_pause)         *easy_pause;
  __typeof__ (curl_easy_setopt)        *easy_setopt;
  __typeof__ (curl_easy_strerror)      *easy_strerror;
  __typeof__ (curl_getdate)            *getdate;
  __typeof__ (curl_global_init)        *global_init;
  __typeof__ (curl_multi_add_handle)   *multi_add_handle;
  __typeof__ (curl_multi_cleanup)      *multi_cleanup;
  __typeof__ (curl_multi_info_read)    *multi_info_read;
  __typeof__ (curl_multi_init)         *multi_init;
  __typeof__ (curl_multi_perform)      *multi_perform;
  __typeof__ (curl_multi_poll)         *multi_poll;
  __typeof__ (curl_multi_remove_handle) *multi_remove_handle;
  __typeof__ (curl_share_cleanup)      *share_cleanup;
  __typeof__ (curl_share_init)         *share_init;
  __typeof__ (curl_share_setopt)       *share_setopt;
  __typeof__ (curl_slist_append)       *slist_append;
  __typeof__ (curl_slist_free_all)     *slist_free_all;
} CurlLibrary;

/* All NULL until curl_library_load() was TRUE once; never unloaded. */
extern CurlLibrary curl;

/* May be called from any thread, as often as wanted. FALSE and an HTTP_ERROR where the library is not there. */
gboolean curl_library_load (GError **error);
