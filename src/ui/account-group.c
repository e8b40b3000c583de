/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "account.h"
#include "link.h"

#include "account-group.h"

struct _CulpritAccountGroup {
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *owner_row;
  GtkSpinner          *spinner;
  GtkWidget           *forget_button;
  GtkWidget           *token_row;
  AdwActionRow        *link_row;

  Service              service;
  GCancellable        *cancellable;
};

enum {
  PROP_0,
  PROP_SERVICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CulpritAccountGroup, culprit_account_group, ADW_TYPE_PREFERENCES_GROUP)

/* What a token must allow for all that Culprit does. */
static const char * const *
get_scopes (Service service)
{
  static const char * const github[] = { "public_repo", NULL };
  static const char * const buildkite[] = { "read_builds", "read_build_logs", "read_suites", NULL };

  return service == SERVICE_GITHUB_API ? github : buildkite;
}

/* Where tokens are made (transfer full). */
static char *
dup_link (Service service)
{
  g_autofree char *base = service_dup_url (service == SERVICE_GITHUB_API ? SERVICE_GITHUB : SERVICE_BUILDKITE);

  if (service == SERVICE_GITHUB_API)
    return g_strconcat (base, "/settings/tokens/new?description=Culprit&scopes=public_repo", NULL);

  return g_strconcat (base, "/user/api-access-tokens/new?description=Culprit&scopes[]=read_builds"
                            "&scopes[]=read_build_logs&scopes[]=read_suites", NULL);
}

static const char *
get_place (TokenPlace place)
{
  switch (place) {
    case TOKEN_OF_ENVIRONMENT:
      return _("From the environment");
    case TOKEN_OF_KEYRING:
      return _("Kept in the keyring");
    case TOKEN_OF_RUN:
      return _("For this run only: there is no keyring");
    case TOKEN_OF_RUN_LOCKED:
      return _("For this run only: the keyring was not unlocked");
    case TOKEN_NONE:
    default:
      return _("None: what is public can be read without one");
  }
}

static void
append_scopes (GString          *words,
               Service           service,
               const TokenOwner *owner)
{
  const char * const *needed = get_scopes (service);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (owner->scopes == NULL) {
    g_string_append_printf (words, "\n%s", _("What it allows is not told"));
    return;
  }
  for (guint i = 0; needed[i] != NULL; i++)
    if (!token_owner_may (owner, needed[i]))
      g_ptr_array_add (missing, (gpointer) needed[i]);

  if (missing->len > 0) {
    g_autofree char *names = NULL;

    g_ptr_array_add (missing, NULL);
    names = g_strjoinv (", ", (char **) missing->pdata);
    g_string_append_printf (words, "\n");
    /* Translators: %s are names of scopes. */
    g_string_append_printf (words, _("Does not allow %s"), names);
  } else {
    g_autofree char *names = g_strjoinv (", ", (char **) needed);

    g_string_append_printf (words, "\n");
    /* Translators: %s are names of scopes. */
    g_string_append_printf (words, _("Allows %s"), names);
  }
}

static void
show_account (CulpritAccountGroup *self,
              const Account       *account)
{
  g_autoptr (GString) words = g_string_new (get_place (account->place));
  g_autofree char *who = account->owner != NULL ? g_utf8_make_valid (account->owner->who, -1) : NULL;
  g_autofree char *valid = NULL;

  if (account->owner != NULL && account->place != TOKEN_NONE)
    append_scopes (words, self->service, account->owner);
  if (account->error != NULL)
    g_string_append_printf (words, "\n%s", account->error->message);

  valid = g_utf8_make_valid (words->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->owner_row),
                                 who != NULL && *who != '\0' ? who : _("Token"));
  adw_action_row_set_subtitle (self->owner_row, valid);
  gtk_widget_set_visible (self->forget_button,
                          account->place == TOKEN_OF_KEYRING || account->place == TOKEN_OF_RUN
                          || account->place == TOKEN_OF_RUN_LOCKED);
}

static void
set_busy (CulpritAccountGroup *self,
          gboolean             is_busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_widget_set_sensitive (self->forget_button, !is_busy);
  /* An entry that has the keyboard must not become insensitive (GTK 4.8 warns): it keeps it, and cannot be written in. */
  gtk_editable_set_editable (GTK_EDITABLE (self->token_row), !is_busy);
}

static void
answered (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  CulpritAccountGroup *self = CULPRIT_ACCOUNT_GROUP (object);
  g_autoptr (Account) account = account_finish (result);

  /* The window was closed meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  set_busy (self, FALSE);
  show_account (self, account);
}

/* There is nothing to apply any more. */
static void
clear_entry (CulpritAccountGroup *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->token_row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->token_row), "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->token_row), TRUE);
}

/* The new token was looked at. */
static void
kept (GObject      *object,
      GAsyncResult *result,
      gpointer      user_data)
{
  CulpritAccountGroup *self = CULPRIT_ACCOUNT_GROUP (object);
  g_autoptr (Account) account = account_finish (result);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  set_busy (self, FALSE);
  if (account->error == NULL) {
    clear_entry (self);
    gtk_widget_remove_css_class (self->token_row, "error");
  } else {
    gtk_widget_add_css_class (self->token_row, "error");
    gtk_widget_grab_focus (self->token_row);
  }
  show_account (self, account);
}

static void
token_entered (CulpritAccountGroup *self)
{
  g_autofree char *token = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->token_row))));

  if (*token == '\0' || gtk_widget_get_visible (GTK_WIDGET (self->spinner)))
    return;

  set_busy (self, TRUE);
  account_keep_async (self->service, token, G_OBJECT (self), self->cancellable, kept);
}

static void
forget_clicked (CulpritAccountGroup *self)
{
  set_busy (self, TRUE);
  account_forget_async (self->service, G_OBJECT (self), self->cancellable, answered);
}

static void
link_activated (CulpritAccountGroup *self)
{
  g_autofree char *link = dup_link (self->service);

  link_open (GTK_WIDGET (self), link);
}

static void
culprit_account_group_constructed (GObject *object)
{
  CulpritAccountGroup *self = CULPRIT_ACCOUNT_GROUP (object);
  g_autofree char *names = g_strjoinv (", ", (char **) get_scopes (self->service));
  g_autofree char *scopes = NULL;

  G_OBJECT_CLASS (culprit_account_group_parent_class)->constructed (object);

  /* Translators: %s are names of scopes: "read_builds, read_suites". */
  scopes = g_strdup_printf (_("It has to allow %s"), names);
  adw_action_row_set_subtitle (self->link_row, scopes);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), service_get_name (self->service));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->service == SERVICE_GITHUB_API
                                         ? _("To file issues and to comment, and to fetch logs of Actions")
                                         : _("To look up the history of tests, and for what is not public"));
  set_busy (self, TRUE);
  account_look_async (self->service, object, self->cancellable, answered);
}

static void
culprit_account_group_dispose (GObject *object)
{
  CulpritAccountGroup *self = CULPRIT_ACCOUNT_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  if (self->owner_row != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_ACCOUNT_GROUP);

  G_OBJECT_CLASS (culprit_account_group_parent_class)->dispose (object);
}

static void
culprit_account_group_finalize (GObject *object)
{
  g_object_unref (CULPRIT_ACCOUNT_GROUP (object)->cancellable);

  G_OBJECT_CLASS (culprit_account_group_parent_class)->finalize (object);
}

static void
culprit_account_group_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (property_id) {
    case PROP_SERVICE:
      CULPRIT_ACCOUNT_GROUP (object)->service = (Service) g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_account_group_class_init (CulpritAccountGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = culprit_account_group_constructed;
  object_class->dispose = culprit_account_group_dispose;
  object_class->finalize = culprit_account_group_finalize;
  object_class->set_property = culprit_account_group_set_property;

  properties[PROP_SERVICE] =
    g_param_spec_int ("service", NULL, NULL, 0, SERVICE_OTHER, SERVICE_GITHUB_API,
                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/account-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritAccountGroup, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritAccountGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, CulpritAccountGroup, forget_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritAccountGroup, token_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritAccountGroup, link_row);
}

/* The text inside has the keyboard, of which libadwaita 1.2 does not tell. */
static void
tell_text_of_entry (CulpritAccountGroup *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->token_row));

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->token_row)), -1);
}

static void
culprit_account_group_init (CulpritAccountGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tell_text_of_entry (self);
  g_signal_connect_swapped (self->token_row, "apply", G_CALLBACK (token_entered), self);
  g_signal_connect_swapped (self->forget_button, "clicked", G_CALLBACK (forget_clicked), self);
  g_signal_connect_swapped (self->link_row, "activated", G_CALLBACK (link_activated), self);
}

GtkWidget *
culprit_account_group_new (Service service)
{
  return g_object_new (CULPRIT_TYPE_ACCOUNT_GROUP, "service", (int) service, NULL);
}
