/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "address.h"
#include "history-dot.h"
#include "pair-box.h"
#include "words.h"

#include "history-pane.h"

#define SECONDS_A_DAY      (24 * 60 * 60)
#define CHECKED_INTERVAL   30    /* seconds until "2 minutes ago" is looked at again */

/* Dots of the newest builds; others tell no more. */
#define MAX_DOTS           96

struct _CulpritHistoryPane {
  GtkWidget      parent_instance;

  gint64         asked_at;
  guint          checked_id;
  GPtrArray     *urls;            /* of the dots' builds, in order */

  GtkStack      *stack;
  GtkWidget     *asking_page;
  AdwStatusPage *nothing_page;
  GtkWidget     *ask_button;
  GtkWidget     *history_page;
  GtkLabel      *heading_label;
  GtkLabel      *count_label;
  GtkFlowBox    *dots;
  GtkLabel      *oldest_label;
  GtkLabel      *first_bad_label;
  GtkLabel      *newest_label;
  GtkListBox    *builds_list;
  GtkWidget     *between_box;
  GtkLabel      *between_label;
  GtkLabel      *sentence_label;
  GtkLabel      *warning_label;
  GtkWidget     *suspects_heading;
  GtkActionable *compare_button;
  GtkListBox    *suspects_list;
  GtkLabel      *others_label;
  GtkWidget     *foot;
  GtkWidget     *foot_words;
  GtkWidget     *foot_buttons;
  GtkLabel      *checked_label;
};

G_DEFINE_FINAL_TYPE (CulpritHistoryPane, culprit_history_pane, GTK_TYPE_WIDGET)

static void
show_checked (CulpritHistoryPane *self)
{
  gint64 minutes = (g_get_real_time () / G_USEC_PER_SEC - self->asked_at) / 60;
  g_autofree char *count = culprit_dup_count (minutes);
  g_autofree char *text = g_strdup_printf (ngettext ("Checked %s minute ago", "Checked %s minutes ago", (gulong) minutes), count);

  gtk_label_set_text (self->checked_label, minutes < 1 ? _("Checked just now") : text);
}

static gboolean
time_passed (gpointer data)
{
  show_checked (data);

  return G_SOURCE_CONTINUE;
}

/* A build that was looked at, or of which is known that it has no outcome. */
static gboolean
is_looked_at (const History *history,
              guint          index)
{
  return index < history->result->n_builds && history->result->outcomes[index] != HISTORY_NOT_ASKED;
}

static void
add_dot (CulpritHistoryPane *self,
         const History      *history,
         guint               index)
{
  const HistoryBuild *build = g_ptr_array_index (history->builds, index);
  HistoryOutcome outcome = history->result->outcomes[index];
  gboolean is_first_bad = history->result->first_bad == (int) index;
  g_autofree char *words = culprit_history_dot_dup_words (build, outcome, is_first_bad);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                   "child", culprit_history_dot_new (outcome, is_first_bad),
                                   "tooltip-text", words,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_flow_box_append (self->dots, child);
  g_ptr_array_add (self->urls, g_strdup (build->url));
}

static void
set_number (GtkLabel           *label,
            const HistoryBuild *build)
{
  g_autofree char *text = build != NULL && build->number > 0 ? g_strdup_printf ("#%" G_GINT64_FORMAT, build->number) : NULL;

  gtk_label_set_text (label, text != NULL ? text : "");
}

static void
show_dots (CulpritHistoryPane *self,
           const History      *history)
{
  GtkFlowBoxChild *child;
  const HistoryBuild *first = NULL;
  const HistoryBuild *last = NULL;
  guint n_builds = history->builds->len;
  guint n_looked_at = 0;
  guint start = n_builds;

  while ((child = gtk_flow_box_get_child_at_index (self->dots, 0)) != NULL)
    gtk_flow_box_remove (self->dots, GTK_WIDGET (child));
  g_ptr_array_set_size (self->urls, 0);

  while (start > 0 && n_looked_at < MAX_DOTS)
    n_looked_at += is_looked_at (history, --start) ? 1 : 0;
  for (guint i = start; i < n_builds; i++) {
    if (!is_looked_at (history, i))
      continue;
    add_dot (self, history, i);
    last = g_ptr_array_index (history->builds, i);
    if (first == NULL)
      first = last;
  }
  set_number (self->oldest_label, first);
  set_number (self->newest_label, last);
  gtk_widget_set_visible (GTK_WIDGET (self->first_bad_label), history->result->first_bad >= 0);
}

static void
show_heading (CulpritHistoryPane *self,
              const History      *history)
{
  const HistoryBuild *oldest = history->builds->len > 0 ? g_ptr_array_index (history->builds, 0) : NULL;
  guint n_builds = history->builds->len;
  /* Translators: name of a branch */
  g_autofree char *heading = g_strdup_printf (_("History on %s"), history->finding->branch);
  g_autofree char *count = culprit_dup_count (n_builds);
  g_autofree char *builds = g_strdup_printf (ngettext ("%s build", "%s builds", n_builds), count);
  gint64 days = 0;

  if (oldest != NULL && oldest->finished_at > 0)
    days = MAX ((self->asked_at - oldest->finished_at + SECONDS_A_DAY - 1) / SECONDS_A_DAY, 1);

  g_autofree char *n_days = culprit_dup_count (days);
  g_autofree char *span = g_strdup_printf (ngettext ("%s day", "%s days", (gulong) days), n_days);
  /* Translators: "24 builds, 7 days" */
  g_autofree char *both = days > 0 ? g_strdup_printf (_("%s, %s"), builds, span) : g_strdup (builds);

  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->count_label, both);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A row that opens URL, where that is a page. */
static GtkWidget *
make_row (GtkWidget  *content,
          const char *url,
          const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  gboolean is_page = address_is_page (url);

  gtk_widget_add_css_class (content, "history-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_page) {
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", url);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-link");
    gtk_widget_set_tooltip_text (row, _("Open in Browser"));
  }

  return row;
}

static void
add_build (CulpritHistoryPane *self,
           const HistoryBuild *build,
           const char         *words,
           const char         *icon,
           const char         *css_class)
{
  GtkWidget *box, *image, *when_label;

  if (build == NULL)
    return;

  g_autofree char *time = culprit_history_dot_dup_time (build->finished_at);
  g_autofree char *number = build->number > 0 ? g_strdup_printf ("%s #%" G_GINT64_FORMAT, words, build->number) : g_strdup (words);
  g_autofree char *commit = culprit_history_dot_dup_commit (build);
  g_autofree char *when = g_strdup_printf ("%s%s%s", time, *time != '\0' ? " · " : "", commit);
  g_autofree char *name = g_strdup_printf ("%s, %s", number, when);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  image = gtk_image_new_from_icon_name (icon);
  when_label = make_label (when, "dim-label");
  gtk_widget_add_css_class (image, css_class);
  gtk_widget_add_css_class (when_label, "caption");
  gtk_widget_add_css_class (when_label, "numeric");
  gtk_widget_set_hexpand (when_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (when_label), 1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_label (number, "numeric"));
  gtk_box_append (GTK_BOX (box), when_label);
  if (address_is_page (build->url))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_list_box_append (self->builds_list, make_row (box, build->url, name));
}

static void
add_suspect (CulpritHistoryPane *self,
             const Suspect      *suspect)
{
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, suspect->pull->number);
  g_autofree char *title = culprit_dup_shown_text (suspect->pull->title);
  g_autofree char *raw_why = suspect_dup_why (suspect);
  g_autofree char *why = culprit_dup_shown_text (raw_why);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", number, title, why);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *number_label = make_label (number, "suspect-number");

  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (number_label), FALSE);
  gtk_box_append (GTK_BOX (texts), make_label (title, NULL));
  gtk_box_append (GTK_BOX (texts), make_label (why, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_append (self->suspects_list, make_row (box, suspect->pull->url, name));
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_builds (CulpritHistoryPane   *self,
             const HistoryFinding *finding)
{
  g_autofree char *between = history_text_dup_between (finding);

  empty (self->builds_list);
  gtk_label_set_text (self->between_label, between != NULL ? between : "");
  gtk_widget_set_visible (self->between_box, between != NULL);
  add_build (self, finding->last_good, _("Last good"), "culprit-passed-symbolic", "success");
  add_build (self, finding->first_bad, _("First bad"), "culprit-failed-symbolic", "error");
  gtk_widget_set_visible (GTK_WIDGET (self->builds_list), finding->last_good != NULL || finding->first_bad != NULL);
}

static void
show_suspects (CulpritHistoryPane   *self,
               const HistoryFinding *finding)
{
  guint n = finding->n_others;
  g_autofree char *count = culprit_dup_count (n);
  gboolean has_suspects = finding->suspects->len > 0;
  g_autofree char *others = g_strdup_printf (has_suspects ? ngettext ("%s other pull request in between", "%s other pull requests in between", n)
                                                          : ngettext ("%s pull request in between", "%s pull requests in between", n),
                                             count);
  gboolean can_compare = address_is_page (finding->compare_url);

  empty (self->suspects_list);
  for (guint i = 0; i < finding->suspects->len; i++)
    add_suspect (self, g_ptr_array_index (finding->suspects, i));
  gtk_widget_set_visible (GTK_WIDGET (self->suspects_list), has_suspects);
  gtk_widget_set_visible (self->suspects_heading, has_suspects || n > 0 || can_compare);
  gtk_label_set_text (self->others_label, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others_label), n > 0);
  gtk_actionable_set_action_target (self->compare_button, "s", finding->compare_url);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), can_compare);
}

void
culprit_history_pane_show_history (CulpritHistoryPane *self,
                                   const History      *history,
                                   gint64              asked_at)
{
  g_return_if_fail (CULPRIT_IS_HISTORY_PANE (self));

  g_autofree char *sentence = history_text_dup_sentence (history->finding);

  self->asked_at = asked_at;
  show_heading (self, history);
  show_dots (self, history);
  show_builds (self, history->finding);
  show_suspects (self, history->finding);
  show_checked (self);
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->warning_label, history->warning != NULL ? history->warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), history->warning != NULL);
  gtk_stack_set_visible_child (self->stack, self->history_page);
  if (self->checked_id == 0)
    self->checked_id = g_timeout_add_seconds (CHECKED_INTERVAL, time_passed, self);
}

void
culprit_history_pane_show_asking (CulpritHistoryPane *self)
{
  g_return_if_fail (CULPRIT_IS_HISTORY_PANE (self));

  gtk_stack_set_visible_child (self->stack, self->asking_page);
}

void
culprit_history_pane_show_nothing (CulpritHistoryPane *self,
                                   const char         *title,
                                   const char         *text,
                                   gboolean            can_ask)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  g_return_if_fail (CULPRIT_IS_HISTORY_PANE (self));

  adw_status_page_set_title (self->nothing_page, title);
  adw_status_page_set_description (self->nothing_page, markup);
  gtk_widget_set_visible (self->ask_button, can_ask);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->nothing_page));
}

static void
dot_activated (CulpritHistoryPane *self,
               GtkFlowBoxChild    *child)
{
  const char *url = g_ptr_array_index (self->urls, gtk_flow_box_child_get_index (child));

  if (address_is_page (url))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", url);
}

static void
culprit_history_pane_dispose (GObject *object)
{
  CulpritHistoryPane *self = CULPRIT_HISTORY_PANE (object);

  g_clear_handle_id (&self->checked_id, g_source_remove);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_pointer (&self->urls, g_ptr_array_unref);

  G_OBJECT_CLASS (culprit_history_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, asking_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, ask_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, history_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, heading_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, dots);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, oldest_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, first_bad_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, newest_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, builds_list);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, between_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, between_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, warning_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, suspects_heading);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, compare_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, suspects_list);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, others_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, foot);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, foot_words);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, foot_buttons);
  gtk_widget_class_bind_template_child (widget_class, CulpritHistoryPane, checked_label);
}

static void
culprit_history_pane_class_init (CulpritHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_history_pane_dispose;

  g_type_ensure (CULPRIT_TYPE_PAIR_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/history-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, dot_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historypane");
}

static void
culprit_history_pane_init (CulpritHistoryPane *self)
{
  self->urls = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  culprit_pair_box_set (CULPRIT_PAIR_BOX (self->foot), self->foot_words, self->foot_buttons);
}

GtkWidget *
culprit_history_pane_new (void)
{
  return g_object_new (CULPRIT_TYPE_HISTORY_PANE, NULL);
}
