/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <dlfcn.h>
#include <glib/gi18n.h>

#include "http-error.h"

#include "curl-library.h"

/* As it is called wherever version 7.16 (2006) or later is, and Debian's other build of it. */
static const char *const names[] = { "libcurl.so.4", "libcurl-gnutls.so.4" };

/* Tells those who make packages what is loaded, as the UAPI group's "ELF dlopen metadata" has it; nothing here reads it. */
#define NOTE "[{\"feature\":\"network\",\"description\":\"Logs and issues of services\",\"priority\":\"required\"," \
             "\"soname\":[\"libcurl.so.4\",\"libcurl-gnutls.so.4\"]}]"
#define NOTE_TYPE 0x407c0c0a

static const struct {
  guint32 name_size;
  guint32 description_size;
  guint32 type;
  char    name[4];
  _Alignas (4) char description[sizeof NOTE];
} note __attribute__ ((used, section (".note.dlopen"), aligned (4))) = { 4, sizeof NOTE, NOTE_TYPE, "FDO", NOTE };

CurlLibrary curl;

static const struct {
  const char *name;
  gpointer   *place;
} functions[] = {
  { "curl_easy_cleanup", (gpointer *) &curl.easy_cleanup },
  { "curl_easy_getinfo", (gpointer *) &curl.easy_getinfo },
  { "curl_easy_init", (gpointer *) &curl.easy_init },
  { "curl_easy_pause", (gpointer *) &curl.easy_pause },
  { "curl_easy_setopt", (gpointer *) &curl.easy_setopt },
  { "curl_easy_strerror", (gpointer *) &curl.easy_strerror },
  { "curl_getdate", (gpointer *) &curl.getdate },
  { "curl_global_init", (gpointer *) &curl.global_init },
  { "curl_multi_add_handle", (gpointer *) &curl.multi_add_handle },
  { "curl_multi_cleanup", (gpointer *) &curl.multi_cleanup },
  { "curl_multi_info_read", (gpointer *) &curl.multi_info_read },
  { "curl_multi_init", (gpointer *) &curl.multi_init },
  { "curl_multi_perform", (gpointer *) &curl.multi_perform },
  { "curl_multi_poll", (gpointer *) &curl.multi_poll },
  { "curl_multi_remove_handle", (gpointer *) &curl.multi_remove_handle },
  { "curl_share_cleanup", (gpointer *) &curl.share_cleanup },
  { "curl_share_init", (gpointer *) &curl.share_init },
  { "curl_share_setopt", (gpointer *) &curl.share_setopt },
  { "curl_slist_append", (gpointer *) &curl.slist_append },
  { "curl_slist_free_all", (gpointer *) &curl.slist_free_all },
};

static gboolean
take_functions (void *library)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    *functions[i].place = dlsym (library, functions[i].name);
    if (*functions[i].place == NULL)
      return FALSE;
  }

  return curl.global_init (CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

/* NULL, or what is wrong. A GModule would look into the working folder, too, where whoever made a log's archive may have put
 * something. */
static gpointer
load (gpointer user_data)
{
  void *library = NULL;
  const char *wrong;

  for (guint i = 0; library == NULL && i < G_N_ELEMENTS (names); i++)
    library = dlopen (names[i], RTLD_LAZY | RTLD_LOCAL);
  if (library != NULL && take_functions (library))
    return NULL;

  wrong = dlerror ();

  return g_strdup (wrong != NULL ? wrong : names[0]);
}

gboolean
curl_library_load (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const char *wrong = g_once (&once, load, NULL);

  if (wrong != NULL)
    /* Translators: libcurl is a library; what is wrong with it follows */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("libcurl, which asks services, cannot be loaded; install it (%s)"),
                 wrong);

  return wrong == NULL;
}
