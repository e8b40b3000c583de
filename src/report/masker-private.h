/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mask.h"
#include "masker.h"
#include "secret-formats.h"

/* Something found in a line. */
typedef struct {
  gsize               start;
  gsize               end;
  guint               order;     /* of its format; the first that fits names the kind */
  const SecretFormat *format;
  gboolean            goes_on;   /* with what the line above ends in */
  gboolean            opens;     /* what is open from then on */
} Hit;

/* A secret over several lines that goes on from the line before. */
typedef struct {
  const SecretFormat *format;    /* NULL: there is none */
  Secret             *secret;    /* in the list, or NULL */
  gboolean            is_noted;  /* in the list, as far as there is room in it */
  GString            *prefix;    /* what stood before it in its first line */
  gsize               width;     /* of its widest line */
  gboolean            is_short;  /* a line was shorter: it was the last, but for a checksum */
  guint               n_strange; /* lines that are not its own, since its last one */
} OpenSecret;

/* A line, and what of it is given. */
typedef struct {
  const char *text;
  gsize       length;
  gsize       from;
  gsize       to;                /* G_MAXSIZE: its end, and the line end */
} Part;

/* A line that is kept while a secret in it may go on in the next one. */
typedef struct {
  GString            *line;
  gsize               from;      /* as a Part has them */
  gsize               to;
  gsize               start;     /* of its part of a token that was wrapped */
  gsize               end;
  const SecretFormat *format;    /* NULL: it is none */
} KeptLine;

/* What the line above says of the one that follows. */
typedef struct {
  GString            *line;      /* empty: nothing */
  gsize               width;     /* of it, in columns */
  gboolean            is_full;   /* it is known for one that was wrapped */
  const SecretFormat *ended;     /* of the secret that it ends in, or NULL */
  GPtrArray          *named;     /* of SecretFormat: those with a name that it ends in */
} LineAbove;

/* A byte of a plain reading: what of the line it stands for. */
typedef struct {
  gsize start;
  gsize end;
} Place;

/* A value that is masked wherever it stands. */
typedef struct KnownValue {
  const struct KnownValue *prefix;   /* the longest other one that it starts with, or NULL */
  const SecretFormat      *format;
  gsize                    length;
  char                     text[];
} KnownValue;

/* Those that have their first bytes in common. */
typedef struct {
  gint64     start;
  GPtrArray *values;             /* of KnownValue, in the order of their bytes */
} KnownStart;

/* All of them; shared among maskers of one thread. */
typedef struct KnownValues KnownValues;

struct Masker {
  const SecretFormats *formats;
  pcre2_match_data    *match;
  pcre2_match_context *context;
  pcre2_jit_stack     *stack;
  GHashTable          *choices;  /* or NULL */
  gboolean             masks_personal;
  SecretList          *list;     /* or NULL */
  gint64               line;     /* number of the next line, 0: not known */
  KnownValues         *known;    /* those that were masked, which are looked for from then on */
  GArray              *hits;     /* of Hit: those of the line, none over another */
  guint8              *present;  /* a byte for each format: whether the line has a keyword of it */
  GString             *reading;  /* the line as it reads */
  GArray              *places;   /* of Place: one for each byte of that */
  LineAbove            above;
  GPtrArray           *named;    /* of SecretFormat: what is to be known of the line above the next */
  OpenSecret           open;
  GPtrArray           *wrapping; /* of KeptLine: those that may have a token together */
  const KeptLine      *wrapped;  /* the one of them that is appended, or NULL */
  const SecretFormat  *held_format;
  GPtrArray           *held;     /* of KeptLine: those that may be the rest of a secret */
  GString             *held_prefix;
};

/* Where CODE matches in TEXT from START on: its first group that took part, else all of it. Where
 * that cannot be told within the limits, the rest of the text. */
gboolean masker_find         (Masker           *masker,
                              const pcre2_code *code,
                              const char       *text,
                              gsize             length,
                              gsize             start,
                              gsize            *ret_start,
                              gsize            *ret_end);

/* Whether TEXT, found by FORMAT, is to be masked. */
gboolean masker_is_wanted    (Masker             *masker,
                              const SecretFormat *format,
                              const char         *text,
                              gsize               length);

/* Adds to the hits what FORMAT finds in TEXT, and what all of them do: FALSE where no keyword is in it. */
void     masker_add_hits     (Masker             *masker,
                              const SecretFormat *format,
                              guint               order,
                              const char         *text,
                              gsize               length);
gboolean masker_add_all_hits (Masker             *masker,
                              const char         *text,
                              gsize               length);

void     masker_append_mask  (GString            *out,
                              const SecretFormat *format);

/* Makes the line's plain reading: without what nobody sees, and with characters that it has in an
 * escaped form as they are. FALSE where that is the line itself. */
gboolean masker_read_plainly (Masker     *masker,
                              const char *text,
                              gsize       length);

KnownValues *known_values_new   (void);
void         known_values_unref (KnownValues *known);

/* Those that may stand where TEXT, which has as many bytes as a start, begins; or NULL. */
const KnownStart *known_values_look_up (KnownValues *known,
                                        const char  *text);

/* Notes TEXT, which FORMAT found and which was masked, so that it is masked where it stands without what told it.
 * Only what can hardly be there for another reason: of some length, with letters and digits. */
void     masker_note_known   (Masker             *masker,
                              const SecretFormat *format,
                              const char         *text,
                              gsize               length);

/* Adds to the hits what was noted before. */
void     masker_add_known    (Masker             *masker,
                              const char         *text,
                              gsize               length);

/* Adds to the hits what is known for a secret by the line above, and keeps what the line
 * says of the next one. */
void     line_above_init     (LineAbove  *above);
void     line_above_clear    (LineAbove  *above);
void     masker_add_below    (Masker     *masker,
                              const char *text,
                              gsize       length);
void     masker_note_above   (Masker     *masker,
                              const char *text,
                              gsize       length);
void     masker_forget_above (Masker     *masker);

/* Where the text of a line ends, and where that of one begins which may go on with the end of the one ABOVE. */
gsize    masker_find_text_end   (const char    *text,
                                 gsize          length);
gsize    masker_find_text_start (const GString *above,
                                 const char    *text,
                                 gsize          length);

/* How much TEXT has in common with the start of LINE, up to a blank; numbers may have gone on. */
gsize    masker_find_common_start (const GString *line,
                                   const char    *text,
                                   gsize          length);

/* How many bytes of TEXT may be of a token. */
gsize    masker_measure_word    (const char    *text,
                                 gsize          length);

/* FORMAT's secret goes on over the next lines; PREFIX stood before it. */
void     masker_open_secret      (Masker             *masker,
                                  const SecretFormat *format,
                                  const char         *prefix,
                                  gsize               length);

/* START and END are of its part of a token. */
KeptLine *kept_line_new      (const Part *part,
                              gsize       start,
                              gsize       end);
void      kept_line_free     (gpointer data);

/* What of KEPT is given; it borrows its text. */
Part      kept_line_get_part (const KeptLine *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeptLine, kept_line_free)

/* Keeps the line where it ends in what may be the start of a token. */
gboolean masker_begin_wrapped    (Masker     *masker,
                                  const Part *part);

/* Keeps the line where it may go on with that; RET_GOES_ON is whether the next one may, too. */
gboolean masker_continue_wrapped (Masker     *masker,
                                  const Part *part,
                                  gboolean   *ret_goes_on);

/* Marks in the kept lines the token that they have together, if they have one. */
void     masker_join_wrapped     (Masker *masker);

/* Appends bytes FROM to TO of a line that is no part of an open secret; it may begin one. Returns where that
 * ended: TO, or where the secret does that TO fell into. */
gsize    masker_append_found (Masker     *masker,
                              const char *text,
                              gsize       length,
                              gsize       from,
                              gsize       to,
                              GString    *out);
