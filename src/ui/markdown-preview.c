/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "link.h"
#include "markdown-blocks.h"
#include "markdown-inline.h"

#include "markdown-preview.h"

#define MAX_CODE_HEIGHT 324

/* The most bytes of one line of code that are laid out; the rest of it is not shown. */
#define MAX_CODE_LINE 2000

struct _CulpritMarkdownPreview {
  GtkWidget  parent_instance;

  GPtrArray *blocks;         /* of MarkdownBlock */
};

G_DEFINE_FINAL_TYPE (CulpritMarkdownPreview, culprit_markdown_preview, GTK_TYPE_WIDGET)

static GtkWidget *make_widget (const MarkdownBlock *block);

static GtkWidget *
make_label_with_role (const char        *text,
                      GtkAccessibleRole  role)
{
  g_autofree char *markup = markdown_dup_markup (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label;

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", role,
                        "label", markup,
                        "use-markup", TRUE,
                        "attributes", attributes,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "xalign", 0.0,
                        "hexpand", TRUE,
                        NULL);
  link_open_those_of (GTK_LABEL (label));

  return label;
}

static GtkWidget *
make_label (const char *text)
{
  return make_label_with_role (text, GTK_ACCESSIBLE_ROLE_LABEL);
}

static GtkWidget *
make_heading (const MarkdownBlock *block)
{
  g_autofree char *css_class = g_strdup_printf ("gh-h%d", block->level);
  GtkWidget *label = make_label_with_role (block->text, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, block->level,
                                  -1);

  return label;
}

static GtkWidget *
make_item (const MarkdownBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marker = gtk_label_new (block->marker);

  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, 6 + 18 * block->level);
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), make_label (block->text));

  return box;
}

static GtkWidget *
make_check (const MarkdownBlock *block)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = make_label (block->text);

  gtk_widget_add_css_class (check, "gh-check");
  gtk_widget_set_margin_start (check, 18 * block->level);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), block->checked);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);

  return check;
}

static void
insert_code (GtkTextBuffer *buffer,
             const char    *code)
{
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) > MAX_CODE_LINE) {
      char *cut = g_utf8_find_prev_char (lines[i], lines[i] + MAX_CODE_LINE);

      *cut = '\0';
      cut = g_strconcat (lines[i], "…", NULL);
      g_free (lines[i]);
      lines[i] = cut;
    }

  g_autofree char *shown = g_strjoinv ("\n", lines);

  gtk_text_buffer_set_text (buffer, shown, -1);
}

static GtkWidget *
make_code (const MarkdownBlock *block)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  insert_code (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), block->text);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_widget_set_direction (view, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Code"), -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_CODE_HEIGHT);
  gtk_widget_add_css_class (scroller, "gh-code");

  return scroller;
}

static GtkWidget *
make_quote (const MarkdownBlock *block)
{
  GtkWidget *label = make_label (block->text);

  gtk_widget_add_css_class (label, "gh-quote");

  return label;
}

static void
details_expanded (GtkExpander *expander,
                  GParamSpec  *pspec,
                  GPtrArray   *children)
{
  GtkWidget *box;

  if (gtk_expander_get_child (expander) != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "gh-details");
  for (guint i = 0; i < children->len; i++)
    gtk_box_append (GTK_BOX (box), make_widget (g_ptr_array_index (children, i)));
  gtk_expander_set_child (expander, box);
}

static void
unref_children (gpointer  data,
                GClosure *closure)
{
  g_ptr_array_unref (data);
}

static GtkWidget *
make_details (const MarkdownBlock *block)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = make_label (block->text[0] != '\0' ? block->text : _("Details"));

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (details_expanded),
                         g_ptr_array_ref (block->children), unref_children, 0);

  return expander;
}

static GtkWidget *
make_widget (const MarkdownBlock *block)
{
  switch (block->kind) {
    case MARKDOWN_HEADING:
      return make_heading (block);
    case MARKDOWN_ITEM:
      return make_item (block);
    case MARKDOWN_CHECK:
      return make_check (block);
    case MARKDOWN_CODE:
      return make_code (block);
    case MARKDOWN_QUOTE:
      return make_quote (block);
    case MARKDOWN_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case MARKDOWN_DETAILS:
      return make_details (block);
    case MARKDOWN_PARAGRAPH:
    default:
      return make_label (block->text);
  }
}

/* How many blocks at the end of both are the same, behind the first SAME_HEAD. */
static guint
count_same_tail (GPtrArray *old_blocks,
                 GPtrArray *new_blocks,
                 guint      same_head)
{
  guint most = MIN (old_blocks->len, new_blocks->len) - same_head;
  guint n = 0;

  while (n < most &&
         markdown_block_equal (g_ptr_array_index (old_blocks, old_blocks->len - 1 - n),
                               g_ptr_array_index (new_blocks, new_blocks->len - 1 - n)))
    n++;

  return n;
}

static guint
count_same_head (GPtrArray *old_blocks,
                 GPtrArray *new_blocks)
{
  guint most = MIN (old_blocks->len, new_blocks->len);
  guint n = 0;

  while (n < most && markdown_block_equal (g_ptr_array_index (old_blocks, n),
                                           g_ptr_array_index (new_blocks, n)))
    n++;

  return n;
}

static gboolean
is_expanded (GtkWidget *widget)
{
  return GTK_IS_EXPANDER (widget) && gtk_expander_get_expanded (GTK_EXPANDER (widget));
}

void
culprit_markdown_preview_set_text (CulpritMarkdownPreview *self,
                                   const char             *text)
{
  g_return_if_fail (CULPRIT_IS_MARKDOWN_PREVIEW (self));

  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) blocks = markdown_parse (text);
  guint head = count_same_head (self->blocks, blocks);
  guint tail = count_same_tail (self->blocks, blocks, head);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkWidget *before = NULL;
  gboolean expanded = FALSE;

  for (guint i = 0; i < head; i++) {
    before = child;
    child = gtk_widget_get_next_sibling (child);
  }
  for (guint i = head; i < self->blocks->len - tail; i++) {
    GtkWidget *old = child;

    child = gtk_widget_get_next_sibling (child);
    expanded |= is_expanded (old);
    gtk_widget_unparent (old);
  }
  for (guint i = head; i < blocks->len - tail; i++) {
    GtkWidget *new = make_widget (g_ptr_array_index (blocks, i));

    gtk_widget_insert_after (new, widget, before);
    if (expanded && GTK_IS_EXPANDER (new))
      gtk_expander_set_expanded (GTK_EXPANDER (new), TRUE);
    before = new;
  }

  g_ptr_array_unref (self->blocks);
  self->blocks = g_steal_pointer (&blocks);
}

static void
culprit_markdown_preview_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (culprit_markdown_preview_parent_class)->dispose (object);
}

static void
culprit_markdown_preview_finalize (GObject *object)
{
  g_ptr_array_unref (CULPRIT_MARKDOWN_PREVIEW (object)->blocks);

  G_OBJECT_CLASS (culprit_markdown_preview_parent_class)->finalize (object);
}

static void
culprit_markdown_preview_class_init (CulpritMarkdownPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_markdown_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = culprit_markdown_preview_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdownpreview");
}

static void
culprit_markdown_preview_init (CulpritMarkdownPreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->blocks = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
culprit_markdown_preview_new (void)
{
  return g_object_new (CULPRIT_TYPE_MARKDOWN_PREVIEW, NULL);
}
