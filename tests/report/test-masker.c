/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"

/* Made up, each put together from pieces so that nobody takes this file for a leak. */
#define L20 "abcdefghijklmnopqrst"
#define M36 "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"
#define HEX40 "0123456789abcdef0123" "456789abcdef01234567"

static const struct {
  const char *text;
  const char *masked;
} secrets[] = {
  { "token gh" "p_" M36 " used", "token [REDACTED:github-token] used" },
  { "gh" "o_" M36, "[REDACTED:github-token]" },
  { "gh" "u_" M36 ".", "[REDACTED:github-token]." },
  { "gh" "r_" M36, "[REDACTED:github-token]" },
  { "gh" "s_1234_eyJ" M36 ".eyJ" M36 "." M36 "-_x end", "[REDACTED:github-token] end" },
  { "github" "_pat_11ABCDEFG0" M36 "_" M36, "[REDACTED:github-token]" },
  { "x gl" "pat-" L20 "1", "x [REDACTED:gitlab-token]" },
  { "bk" "ua_" HEX40, "[REDACTED:buildkite-token]" },
  { "agent bk" "ct_" M36 " joins", "agent [REDACTED:buildkite-token] joins" },
  { "hf" "_" "AbCdEfGhIjKlMnOpQrStUvWxYz01234567", "[REDACTED:hugging-face-token]" },
  { "api" "_org_" "AbCdEfGhIjKlMnOpQrStUvWxYz01234567", "[REDACTED:hugging-face-token]" },
  { "sk" "-ant-api03-" M36 M36 "_x", "[REDACTED:anthropic-key]" },
  { "sk" "-proj-" M36, "[REDACTED:openai-key]" },
  { "key sk" "-" M36, "key [REDACTED:openai-key]" },
  { "nv" "api-" M36 M36, "[REDACTED:nvidia-key]" },
  { "gsk" "_" M36 M36, "[REDACTED:groq-key]" },
  { "wandb login " HEX40, "wandb login [REDACTED:wandb-key]" },
  { "AK" "IAIOSFODNN7EXAMPLE", "[REDACTED:aws-key-id]" },
  { "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" "EXAMPLEKEY",
    "aws_secret_access_key = [REDACTED:aws-secret]" },
  { "?key=AI" "zaSyA-1234567890abcdefghijklmnopqrstu", "?key=[REDACTED:google-key]" },
  { "DefaultEndpointsProtocol=https;Account" "Key=" M36 "/" M36 "==;x",
    "DefaultEndpointsProtocol=https;AccountKey=[REDACTED:azure-secret];x" },
  { "https://x.blob.core.windows.net/a?sv=2024&sig=ab%2Bcdefghijklmnopqrstuvw%3D&se=1",
    "https://x.blob.core.windows.net/a?sv=2024&sig=[REDACTED:signature]&se=1" },
  { "https://s3/x?X-Amz-Signature=" HEX40 "&y", "https://s3/x?X-Amz-Signature=[REDACTED:signature]&y" },
  { "xo" "xb-123456789012-abcdefghij", "[REDACTED:slack-token]" },
  { "https://hooks.slack.com/services/T00000000/B00000000/" L20,
    "https://hooks.slack.com/services/[REDACTED:slack-token]" },
  { "https://discord.com/api/webhooks/123/" M36 M36, "https://discord.com/api/webhooks/123/[REDACTED:discord-webhook]" },
  { "np" "m_" M36, "[REDACTED:npm-token]" },
  { "//registry.npmjs.org/:_auth" "Token=" M36, "//registry.npmjs.org/:_authToken=[REDACTED:npm-token]" },
  { "py" "pi-AgEIcHlwaS5vcmc" M36 M36, "[REDACTED:pypi-token]" },
  { "dckr" "_pat_" M36, "[REDACTED:docker-token]" },
  { "da" "pi0123456789abcdef0123456789abcdef", "[REDACTED:databricks-token]" },
  { "hv" "s.CAESI" M36, "[REDACTED:vault-token]" },
  { "sk" "_live_" L20, "[REDACTED:stripe-key]" },
  { "SG" "." "abcdefghijklmnopqrstuv." M36 "abcdefg", "[REDACTED:sendgrid-key]" },
  { "dop" "_v1_" HEX40 "0123456789abcdef01234567", "[REDACTED:digitalocean-token]" },
  { "ey" "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "[REDACTED:jwt]" },
  { "AGE" "-SECRET-KEY-1" "QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN", "[REDACTED:age-key]" },
  { "git clone https://me:hunter2@example.org/x", "git clone https://me:[REDACTED:url-password]@example.org/x" },
  { "https://x-access-token:" L20 "@github.com/", "https://x-access-token:[REDACTED:url-password]@github.com/" },
  { "https://" L20 "1@github.com/x", "https://[REDACTED:url-password]@github.com/x" },
  { "redis://:p4ss!word@10.0.0.1:6379", "redis://:[REDACTED:url-password]@10.0.0.1:6379" },
  { "Authorization: Bearer abc123def456", "Authorization: Bearer [REDACTED:authorization]" },
  { "-H 'authorization: Basic dXNlcjpwYXNz'", "-H 'authorization: Basic [REDACTED:authorization]'" },
  { "curl -s -u admin:hunter22 https://x", "curl -s -u admin:[REDACTED:password] https://x" },
  { "HF_TOKEN=abcdef123", "HF_TOKEN=[REDACTED:secret]" },
  { "export DB_PASSWORD='two words!'", "export DB_PASSWORD='[REDACTED:secret]'" },
  { "{'A': '1', 'BUILDKITE_AGENT_ACCESS_TOKEN': 'zzz-9-yyy', 'B': '2'}",
    "{'A': '1', 'BUILDKITE_AGENT_ACCESS_TOKEN': '[REDACTED:secret]', 'B': '2'}" },
  { "\"AWS_SECRET_ACCESS_KEY\": \"shortkey\"", "\"AWS_SECRET_ACCESS_KEY\": \"[REDACTED:secret]\"" },
  { "OPENAI_API_KEY: realkey99", "OPENAI_API_KEY: [REDACTED:secret]" },
  { "password=hunter2abc", "password=[REDACTED:secret]" },
  { "client_secret: \"8f3kd92k1\"", "client_secret: \"[REDACTED:secret]\"" },
  { "{\"accessToken\":\"a1b2c3d4e5\"}", "{\"accessToken\":\"[REDACTED:secret]\"}" },
  { "HF_TOKEN=hf" "_" "AbCdEfGhIjKlMnOpQrStUvWxYz01234567 x", "HF_TOKEN=[REDACTED:hugging-face-token] x" },
  { "test_x[gh" "p_" M36 "-1]", "test_x[[REDACTED:github-token]-1]" },
  { "two gh" "p_" M36 " gh" "o_" M36, "two [REDACTED:github-token] [REDACTED:github-token]" },
  { "-----BEGIN RSA PRIVATE KEY-----\\nMIIEow" M36 "\\n-----END RSA PRIVATE KEY-----",
    "[REDACTED:private-key]" },
};

static const char * const look_alikes[] = {
  "HEAD is now at f596e760c8ed0fbc53db45479c8d460f1a40fd06",
  "'BUILDKITE_COMMIT': 'f596e760c8ed0fbc53db45479c8d460f1a40fd06'",
  "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "digest=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "namespace 2491bca0-ed6c-4f6d-a4e4-8694a5798481",
  "deepseek-ai/DeepSeek-V2-Lite-Chat", "meta-llama/Llama-3.2-1B-Instruct",
  "token_ids=[1, 2, 3, 15339, 11]", "prompt_token_ids=[128000, 9906]", "max_tokens=4096",
  "num_batched_tokens: 2048000", "eos_token_id=151645123", "pad_token='<|endoftext|>'",
  "hf_hub_download(repo_id)", "hf_overrides={'architectures': ['X']}", "hf_config.num_key_value_heads",
  "hf_" "transformers_utils_config_get_config", "from huggingface_hub import hf_hub_url",
  "token=None", "hf_token=None", "HF_TOKEN=None", "HF_TOKEN=$HF_TOKEN", "HF_TOKEN=${SECRET_VALUE}",
  "'HF_TOKEN': '[REDACTED]'", "HF_TOKEN=[REDACTED]", "PASSWORD=********", "EOS_TOKEN=</s>end",
  "api_key=\"EMPTY\"", "OPENAI_API_KEY=EMPTY", "api_key=self.api_key2", "password = getpass.getpass2()",
  "BUILDKITE_REDACTED_VARS=*_PASSWORD,*_SECRET,*_TOKEN", "monkey_patch=something123", "public_key=abc123def456",
  "\"key\": \"ctrl+shift+down1\"", "sort_key=name12345678", "KEY_ERROR: something12", "primary_key=12345678",
  "SECRET_KEY_PATH=/etc/keys/one", "TOKEN_FILE=/run/secrets/token1", "MAX_TOKEN=12345678",
  "https://github.com/vllm-project/vllm", "http://127.0.0.1:8000/v1@latest", "https://pypi.org/simple/@scope",
  "https://user@example.org/x", "git@github.com:vllm-project/vllm.git", "(pid=18989, ip=192.168.5.77)",
  "task-based-scheduling-of-things-1A", "risk-free-approach-to-scheduling-x", "sk-learn-contrib-package-name",
  "authorization: bearer token_is_missing", "Bearer authentication", "the bearer of news",
  "ya29.txt", "AKIA is a prefix", "eyJ.eyJ.x", "SG.1.2", "dapi", "npm_config_cache=/tmp/npm1234567890",
  "npm_package_dependencies_something_long_name=1", "xoxo", "glpat", "ghp_short",
  "SSH_KEYSCAN=true123", "BUILDKITE_SSH_KEYSCAN': 'true'", "secrets: inherit", "secret: none of your business",
  "AssertionError: Expected token: identifier but got 12345678", "KeyError: 'API_KEY'",
  "Actor with name 'vllm_Worker_1778140840102885309' already exists",
  "vllm_secret_sauce.py:1095:_allocate_buffers", "test_password_reset.py::test_password[abc12345]",
  "ALL_TOKENS = tokenizer.all_tokens1", "sig=short", "CONNECTION_STRING_HELP",
  "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----",
};

static void
test_secrets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = masker_dup_text (masker, secrets[i].text);

    g_assert_cmpstr (masked, ==, secrets[i].masked);
    g_assert_cmpuint (masker_get_n_masked (masker), ==, strstr (masked, "two ") ? 2 : 1);
  }
  g_test_message ("%u secrets masked", (guint) G_N_ELEMENTS (secrets));
}

static void
test_look_alikes (void)
{
  g_autoptr (Masker) masker = masker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (look_alikes); i++) {
    g_autofree char *masked = masker_dup_text (masker, look_alikes[i]);

    g_assert_cmpstr (masked, ==, look_alikes[i]);
  }
  g_assert_cmpuint (masker_get_n_masked (masker), ==, 0);
  g_test_message ("%u look-alikes kept", (guint) G_N_ELEMENTS (look_alikes));
}

#define KEY_LINE "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e"
#define MASK     "[REDACTED:private-key]"

static void
test_private_key_over_lines (void)
{
  const struct {
    const char *text;
    const char *masked;
  } cases[] = {
    { "a\n-----BEGIN RSA PRIVATE KEY-----\n" KEY_LINE "\nshort==\n-----END RSA PRIVATE KEY-----\nb\n",
      "a\n" MASK "\n" MASK "\n" MASK "\n" MASK "\nb\n" },
    { "-----BEGIN OPENSSH PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" KEY_LINE "\nnot part of it\n",
      MASK "\n" MASK "\n" MASK "\n" MASK "\nnot part of it\n" },
    { "(W pid=1) -----BEGIN PRIVATE KEY-----\n(W pid=1) " KEY_LINE "\n(W pid=1) -----END PRIVATE KEY-----\n",
      "(W pid=1) " MASK "\n(W pid=1) " MASK "\n(W pid=1) " MASK "\n" },
    { "\"-----BEGIN PRIVATE KEY-----\\n\"\n\"" KEY_LINE "\\n\"\n\"-----END PRIVATE KEY-----\"\n",
      "\"" MASK "\n\"" MASK "\n\"" MASK "\"\n" },
    { KEY_LINE "\n" KEY_LINE "\n-----END PRIVATE KEY-----\nb\n", MASK "\n" MASK "\n" MASK "\nb\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = masker_dup_text (masker, cases[i].text);

    g_assert_cmpstr (masked, ==, cases[i].masked);
    g_assert_cmpuint (masker_get_n_masked (masker), ==, 1);
  }
}

static void
test_masked_again_is_the_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = masker_dup_text (masker, secrets[i].masked);

    g_assert_cmpstr (masked, ==, secrets[i].masked);
    g_assert_cmpuint (masker_get_n_masked (masker), ==, 0);
  }
}

static void
test_not_terminated (void)
{
  const char *text = "HF_TOKEN=abcdef123456";
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  masker_append_line (masker, text, strlen ("HF_TOKEN=abcdef"), out);
  g_assert_cmpstr (out->str, ==, "HF_TOKEN=[REDACTED:secret]");
}

static void
test_hostile_line_ends (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "TOKEN_A_B_password:://curl -u AccountKey=");
  masked = masker_dup_text (masker, text->str);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 60 * G_TIME_SPAN_SECOND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/masker/secrets", test_secrets);
  g_test_add_func ("/masker/look-alikes", test_look_alikes);
  g_test_add_func ("/masker/private-key-over-lines", test_private_key_over_lines);
  g_test_add_func ("/masker/masked-again-is-the-same", test_masked_again_is_the_same);
  g_test_add_func ("/masker/not-terminated", test_not_terminated);
  g_test_add_func ("/masker/hostile-line-ends", test_hostile_line_ends);

  return g_test_run ();
}
