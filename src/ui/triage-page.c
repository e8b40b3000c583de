/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "loose-bin.h"
#include "native-dialog.h"
#include "text-provider.h"
#include "triage-columns.h"
#include "triage-item.h"
#include "triage-looking.h"
#include "triage-text.h"

#include "triage-page.h"

struct _CulpritTriagePage {
  GtkWidget           parent_instance;

  GtkWidget          *loose_bin;
  GtkWidget          *filter_bar;
  GtkEditable        *search_entry;
  GtkDropDown        *days_down;
  GtkToggleButton    *new_button;
  GtkWidget          *always_label;
  GtkSwitch          *always_switch;
  GtkStack           *stack;
  GtkLabel           *progress_label;
  GtkColumnView      *column_view;
  AdwStatusPage      *status_page;
  GtkLabel           *summary_label;
  GtkLabel           *hidden_label;
  AdwSplitButton     *copy_button;
  GtkWidget          *export_button;

  GActionGroup       *actions;
  TriageColumns      *columns;
  WidthClass          width_class;
  GtkFilterListModel *filtered;
  GtkFilter          *filter;
  char               *words;         /* what is searched for, in lower case */
  Profile            *profile;
  Triage             *triage;        /* or NULL: not looked yet */
  GCancellable       *cancellable;   /* while it looks, or NULL */
  gboolean            has_looked;
};

enum { CHANGED, TOAST, WARNED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritTriagePage, culprit_triage_page, GTK_TYPE_WIDGET)

/* As the drop-down has them. */
static const guint days[] = { 1, 2, 7, 14 };

static guint
get_n_days (CulpritTriagePage *self)
{
  return days[MIN (gtk_drop_down_get_selected (self->days_down), G_N_ELEMENTS (days) - 1)];
}

/* What is shown. */

static void
show_status (CulpritTriagePage *self,
             const char        *icon_name,
             const char        *title,
             const char        *description)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_icon_name (self->status_page, icon_name);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_triage (CulpritTriagePage *self)
{
  gboolean hides = gtk_switch_get_active (self->always_switch);
  g_autofree char *summary = triage_text_dup_summary (self->triage);
  g_autofree char *hidden = triage_text_dup_hidden (self->triage);

  gtk_label_set_text (self->summary_label, summary);
  gtk_label_set_text (self->hidden_label, hides ? hidden : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hidden_label), hides && *hidden != '\0' && self->width_class > WIDTH_NARROW);
  if (self->triage->rows->len == 0)
    show_status (self, "culprit-passed-symbolic", summary,
                 self->triage->warnings->len > 0 ? g_ptr_array_index (self->triage->warnings, 0) : NULL);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    show_status (self, "edit-find-symbolic", _("No Test Fits"), _("Other words, or fewer filters, show more"));
  else
    gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
update_actions (CulpritTriagePage *self)
{
  const char * const names[] = { "copy-markdown", "copy-csv", "export" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
                                 self->triage != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "look-again")),
                               self->cancellable == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->days_down), self->cancellable == NULL);
}

static void
look_ended (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  CulpritTriagePage *self = CULPRIT_TRIAGE_PAGE (object);
  g_autoptr (GError) error = NULL;
  Triage *triage = triage_looking_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable) {
    g_clear_pointer (&triage, triage_free);
    return;
  }
  g_clear_object (&self->cancellable);
  if (triage != NULL) {
    g_autoptr (GListModel) items = culprit_triage_items_new (triage);

    g_clear_pointer (&self->triage, triage_free);
    self->triage = triage;
    gtk_filter_list_model_set_model (self->filtered, items);
    show_triage (self);
    for (guint i = 0; triage->rows->len > 0 && i < triage->warnings->len; i++)
      g_signal_emit (self, signals[WARNED], 0, (const char *) g_ptr_array_index (triage->warnings, i));
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    show_status (self, "dialog-warning-symbolic", _("Cancelled"), NULL);
  } else {
    show_status (self, "dialog-warning-symbolic", _("It Cannot Be Looked Up"), error->message);
  }
  update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_has_come_to (GObject    *object,
                  const char *message)
{
  gtk_label_set_text (CULPRIT_TRIAGE_PAGE (object)->progress_label, message);
}

void
culprit_triage_page_look (CulpritTriagePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->has_looked = TRUE;
  self->cancellable = g_cancellable_new ();
  triage_looking_start (self->profile, get_n_days (self), G_OBJECT (self), look_has_come_to, self->cancellable, look_ended);
  gtk_label_set_text (self->progress_label, _("Looking what fails…"));
  gtk_stack_set_visible_child_name (self->stack, "looking");
  update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Filters. */

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  CulpritTriagePage *self = user_data;
  const TriageRow *row = culprit_triage_item_get_row (item);

  if (gtk_switch_get_active (self->always_switch) && triage_row_is_always (row))
    return FALSE;
  /* A narrow page has no room for the button. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->new_button)) && gtk_toggle_button_get_active (self->new_button) &&
      row->issues->len > 0)
    return FALSE;

  return culprit_triage_item_has_words (item, self->words);
}

static void
filter_changed (CulpritTriagePage *self)
{
  g_free (self->words);
  self->words = g_utf8_strdown (gtk_editable_get_text (self->search_entry), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->triage != NULL && self->cancellable == NULL)
    show_triage (self);
}

static void
days_changed (CulpritTriagePage *self)
{
  if (self->profile != NULL)
    culprit_triage_page_look (self);
}

/* Actions. */

static void
copy (CulpritTriagePage *self,
      char              *text,
      const char        *told)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GdkContentProvider) provider = culprit_text_provider_new_text (text);

  gdk_clipboard_set_content (clipboard, provider);
  g_signal_emit (self, signals[TOAST], 0, told);
  g_free (text);
}

static void
do_copy_markdown (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       page)
{
  CulpritTriagePage *self = page;

  copy (self, triage_text_dup_markdown (self->triage, !gtk_switch_get_active (self->always_switch)), _("Copied the triage as Markdown"));
}

static void
do_copy_csv (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       page)
{
  CulpritTriagePage *self = page;

  copy (self, triage_text_dup_csv (self->triage, !gtk_switch_get_active (self->always_switch)), _("Copied the triage as CSV"));
}

static void
file_is_written (GObject      *file,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CulpritTriagePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *told = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    told = g_strdup_printf (_("Exported to %s"), name);
  else
    told = g_strdup_printf (_("%s could not be written: %s"), name, error->message);
  g_signal_emit (self, signals[TOAST], 0, told);
}

static void
file_is_chosen (CulpritTriagePage *self,
                int                response,
                GtkNativeDialog   *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->triage != NULL) {
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    text = triage_text_dup_csv (self->triage, !gtk_switch_get_active (self->always_switch));
    bytes = g_bytes_new (text, strlen (text));
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, file_is_written,
                                         g_object_ref (self));
  }
}

static void
do_export (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       page)
{
  CulpritTriagePage *self = page;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Export CSV"), GTK_WINDOW (gtk_widget_get_root (page)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "triage.csv");
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_is_chosen), self, G_CONNECT_SWAPPED);
  native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
do_look_again (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       page)
{
  culprit_triage_page_look (page);
}

static void
do_cancel (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       page)
{
  g_cancellable_cancel (CULPRIT_TRIAGE_PAGE (page)->cancellable);
}

/* The job's log in a tab of its own, from which the issue is made. */
static void
do_draft (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       page)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (page), "win.draft-issue", parameter);
}

static void
init_actions (CulpritTriagePage *self)
{
  const GActionEntry entries[] = {
    { "copy-markdown", do_copy_markdown },
    { "copy-csv", do_copy_csv },
    { "export", do_export },
    { "look-again", do_look_again },
    { "cancel", do_cancel },
    { "draft", do_draft, "s" },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  self->actions = G_ACTION_GROUP (group);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "triage", self->actions);
}

static void
init_list (CulpritTriagePage *self)
{
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  GtkNoSelection *selection;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorter = g_object_ref (gtk_column_view_get_sorter (self->column_view));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), sorter);
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
choose_columns (CulpritTriagePage *self,
                WidthClass         width_class)
{
  triage_columns_choose (self->columns, width_class);
  self->width_class = width_class;
}

void
culprit_triage_page_add_regions (CulpritTriagePage *self,
                                 GPtrArray         *regions)
{
  g_return_if_fail (CULPRIT_IS_TRIAGE_PAGE (self));

  g_ptr_array_add (regions, self->filter_bar);
  g_ptr_array_add (regions, self->stack);
  g_ptr_array_add (regions, self->copy_button);
}

void
culprit_triage_page_set_width_class (CulpritTriagePage *self,
                                     WidthClass         width_class)
{
  gboolean is_narrow = width_class == WIDTH_NARROW;

  if (self->width_class != width_class)
    choose_columns (self, width_class);
  if (self->triage != NULL && self->cancellable == NULL)
    show_triage (self);
  gtk_editable_set_width_chars (self->search_entry, is_narrow ? 3 : 24);
  gtk_box_set_spacing (GTK_BOX (self->filter_bar), is_narrow ? 6 : 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->search_entry), is_narrow);
  gtk_widget_set_visible (self->always_label, !is_narrow);
  gtk_widget_set_visible (self->export_button, !is_narrow);
  adw_split_button_set_label (self->copy_button, is_narrow ? _("_Copy") : _("Copy as _Markdown"));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), !is_narrow);
  if (gtk_toggle_button_get_active (self->new_button))
    filter_changed (self);
}

gboolean
culprit_triage_page_is_looking (CulpritTriagePage *self)
{
  return self->cancellable != NULL;
}

char *
culprit_triage_page_dup_subtitle (CulpritTriagePage *self)
{
  const ProfileCi *ci = profile_get_ci (self->profile);
  g_autofree char *place = *ci->pipeline != '\0' ? g_strconcat (ci->organization, "/", ci->pipeline, NULL)
                                                 : g_strdup (profile_get_repository (self->profile));
  const char *branch = self->triage != NULL ? self->triage->branch : profile_get_main_branch (self->profile);

  return g_strdup_printf ("%s · %s", place, *branch != '\0' ? branch : "main");
}

static void
culprit_triage_page_dispose (GObject *object)
{
  CulpritTriagePage *self = CULPRIT_TRIAGE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->loose_bin != NULL) {
    gtk_column_view_set_model (self->column_view, NULL);
    gtk_widget_insert_action_group (GTK_WIDGET (self), "triage", NULL);
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_TRIAGE_PAGE);
  }
  g_clear_pointer (&self->columns, triage_columns_free);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->triage, triage_free);
  g_clear_pointer (&self->profile, profile_unref);

  G_OBJECT_CLASS (culprit_triage_page_parent_class)->dispose (object);
}

static void
culprit_triage_page_map (GtkWidget *widget)
{
  CulpritTriagePage *self = CULPRIT_TRIAGE_PAGE (widget);

  GTK_WIDGET_CLASS (culprit_triage_page_parent_class)->map (widget);
  if (!self->has_looked)
    culprit_triage_page_look (self);
}

static gboolean
culprit_triage_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CULPRIT_TRIAGE_PAGE (widget)->search_entry));
}

static void
culprit_triage_page_class_init (CulpritTriagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_triage_page_dispose;
  widget_class->grab_focus = culprit_triage_page_grab_focus;
  widget_class->map = culprit_triage_page_map;
  signals[CHANGED] = g_signal_new ("changed", CULPRIT_TYPE_TRIAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", CULPRIT_TYPE_TRIAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[WARNED] = g_signal_new ("warned", CULPRIT_TYPE_TRIAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (CULPRIT_TYPE_LOOSE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/triage-page.ui");
  gtk_widget_class_set_css_name (widget_class, "triagepage");
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, loose_bin);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, days_down);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, always_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, always_switch);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, column_view);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritTriagePage, export_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, days_changed);
}

static void
culprit_triage_page_init (CulpritTriagePage *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  init_actions (self);
  self->columns = triage_columns_new (self->column_view);
  init_list (self);
  choose_columns (self, WIDTH_WIDER);
  update_actions (self);
}

GtkWidget *
culprit_triage_page_new (Profile *profile)
{
  CulpritTriagePage *self = g_object_new (CULPRIT_TYPE_TRIAGE_PAGE, NULL);

  self->profile = profile_ref (profile);

  return GTK_WIDGET (self);
}
