/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "secret-samples.h"

#define UPPER  "QWERTYUPASDFGHJKLZXCVBNM"
#define LOWER  "qwertyuiopasdfghjklzxcvbnm"
#define DIGITS "7340918256"

const SecretSample secret_samples[] = {
  /* Code hosting and continuous integration */
  { "github-token", "token «ghp_{A36}» used" },
  { "github-token", "«gho_{A36}»" },
  { "github-token", "«ghu_{A36}»." },
  { "github-token", "«ghr_{A76}»" },
  { "github-token", "docker login -u me -x«ghp_{A36}» and x1«ghs_{A36}»" },
  { "github-token", "«ghs_{A36}» end" },
  { "github-token", "«ghs_1234_eyJ{A40}.eyJ{A200}.{A86}-_x» end" },
  { "github-token", "«github_pat_11{u20}_{A59}»" },
  { "github-token", "test_x[«ghp_{A36}»-1] PASSED" },
  { "github-token", "two «ghp_{A36}» «gho_{A36}»" },
  { "github-token", "remote: «v1.{x40}»" },
  { "github-token", "in base64: «Z2hwX{A51}=»" },
  { "github-token", "extraheader = basic «eC1hY2Nlc3MtdG9rZW46{b52}»" },
  { "github-token", "url = https://«ghp_{A36}»:x@github.com/o/r" },
  { "gitlab-token", "x «glpat-{A20}»" },
  { "gitlab-token", "«glpat-{A20}.01.0w1a2b3c4»" },
  { "gitlab-token", "«glrt-{A20}» «gldt-{A20}» «glcbt-1_{A20}»" },
  { "gitlab-token", "--registration-token «GR1348941{A20}»" },
  { "gitlab-token", "«glrtr-{A20}» «glwt-{A20}»" },
  { "hosting-token", "«vcp_{A56}»" },
  { "hosting-token", "--token «cfut_{A48}»" },
  { "databricks-token", "«dose{x32}»" },
  { "google-key", "«AQ.Ab8RN6{A45}»" },
  { "api-key", "«bedrock-api-key-{A120}»" },
  { "hugging-face-token", "«hf_oauth_{A60}»" },
  { "slack-token", "«xoxc-1234567890-{A60}»" },
  { "authorization", "Authorization%3A%20Bearer%20«a1{A40}»" },
  { "buildkite-token", "«bkua_{x40}»" },
  { "buildkite-token", "agent «bkct_{A40}» joins" },
  { "buildkite-token", "«bkaj_eyJ{A30}.{A90}.{A40}»" },
  { "buildkite-token", "BUILDKITE_AGENT_ACCESS_TOKEN=«bkaa_{A44}»" },
  { "circleci-token", "«CCIPAT_{A22}_{x40}»" },
  { "azure-devops-token", "pat «{A76}AZDO{A4}» ok" },

  /* Models */
  { "hugging-face-token", "«hf_{A34}»" },
  { "hugging-face-token", "HF_TOKEN=«hf_{A37}» x" },
  { "hugging-face-token", "login(token='«hf_{A34}»')" },
  { "hugging-face-token", "«api_org_{A34}»" },
  { "anthropic-key", "«sk-ant-api03-{A93}AA»" },
  { "anthropic-key", "ANTHROPIC_API_KEY=«sk-ant-admin01-{A93}AA»" },
  { "openai-key", "«sk-proj-{A40}T3BlbkFJ{A40}»" },
  { "openai-key", "key «sk-{A20}T3BlbkFJ{A20}»" },
  { "openai-key", "OpenAI(api_key=\"«sk-svcacct-{A60}»\")" },
  { "openai-key", "key «sk-{A48}»" },
  { "api-key", "«sk-or-v1-{x64}»" },
  { "api-key", "deepseek «sk-{x32}»" },
  { "api-key", "«xai-{A80}»" },
  { "api-key", "«pplx-{A48}»" },
  { "api-key", "«lsv2_pt_{x32}_{x10}»" },
  { "api-key", "Replicate: «r8_{A37}»" },
  { "api-key", "«pcsk_{A6}_{A63}» «tvly-dev-{A32}»" },
  { "modal-secret", "token_secret = \"«as-{A22}»\"" },
  { "nvidia-key", "NGC_API_KEY=«nvapi-{A64}»" },
  { "groq-key", "«gsk_{A52}»" },
  { "wandb-key", "wandb login «{x40}»" },
  { "wandb-key", "wandb login --relogin «{x40}»" },
  { "wandb-key", "WANDB_API_KEY=«{x40}»" },
  { "wandb-key", "wandb.login(key=«wandb_v1_{A60}»)" },

  /* Clouds */
  { "aws-key-id", "«AKIAIOSFODNN7EXAMPLE»" },
  { "aws-key-id", "'AccessKeyId': '«ASIAIOSFODNN7EXAMPLE»'" },
  { "aws-secret", "aws_secret_access_key = «{b40}»" },
  { "aws-secret", "AWS_SECRET_ACCESS_KEY=«{b40}»" },
  { "aws-secret", "\"SecretAccessKey\": \"«{b40}»\"" },
  { "aws-session-token", "AWS_SESSION_TOKEN=«IQoJb3JpZ2luX2Vj{b200}»" },
  { "google-key", "?key=«AIza{A35}»" },
  { "google-key", "access «ya29.a0{A60}»" },
  { "google-key", "\"client_secret\": \"«GOCSPX-{A28}»\"" },
  { "private-key", "\"private_key\": \"«-----BEGIN PRIVATE KEY-----\\n{k}\\n{k}\\n-----END PRIVATE KEY-----»\\n\"," },
  { "azure-secret", "DefaultEndpointsProtocol=https;AccountKey=«{b86}==»;EndpointSuffix=x" },
  { "azure-secret", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=«{b43}=»" },
  { "azure-secret", "client «abc8Q~{A34}» used" },
  { "azure-secret", "It is «abc8Q~{A34}»." },
  { "azure-secret", "docker login «{A42}+ACR{A6}»" },
  { "signature", "https://x.blob.core.windows.net/a?sv=2024&sig=«{A20}%2B{A20}%3D»&se=1" },
  { "signature", "https://s3/x?X-Amz-Signature=«{x64}»&y" },
  { "signature", "https://s3/x?X-Amz-Security-Token=«{b120}%3D%3D»&y=1" },
  { "signature", "https://storage.googleapis.com/b?X-Goog-Signature=«{x200}»" },
  { "signature", "https://x.cloudfront.net/a?Policy=1&Signature=«{A60}~»&Key-Pair-Id=K1" },
  { "signature", "AWS4-HMAC-SHA256 Credential=x/y, SignedHeaders=host, Signature=«{x64}»" },
  { "signature", "next=https%3A%2F%2Fx%3Fsv%3D1%26sig%3D«{A43}»" },
  { "databricks-token", "«dapi{x32}»" },
  { "digitalocean-token", "«dop_v1_{x64}»" },
  { "alibaba-key-id", "«LTAI5t{A18}»" },
  { "heroku-key", "«HRKU-AA{A58}»" },
  { "hosting-token", "«nfp_{A36}»" },
  { "hosting-token", "«sbp_{x40}» «sb_secret_{A31}»" },

  /* Chat and mail */
  { "slack-token", "«xoxb-{d12}-{d12}-{A24}»" },
  { "slack-token", "«xapp-1-A0{u9}-{d13}-{x64}»" },
  { "slack-token", "https://hooks.slack.com/services/«T0{u8}/B0{u8}/{A24}»" },
  { "discord-webhook", "https://discord.com/api/webhooks/{d18}/«{A68}»" },
  { "discord-token", "bot «MTA{l21}.G{l5}.{A38}» up" },
  { "discord-token", "BOT=«MTA{l21}.G{l5}.{A38}»." },
  { "teams-webhook", "https://x.webhook.office.com/webhookb2/«{x8}-{x4}@{x8}-{x4}/IncomingWebhook/{x32}»" },
  { "telegram-token", "https://api.telegram.org/bot «{d10}:AA{A33}»" },
  { "twilio-key", "«SK{x32}»" },
  { "sendgrid-key", "«SG.{A22}.{A43}»" },
  { "mail-key", "«key-{x32}» «{x32}-us12»" },

  /* Packages */
  { "npm-token", "«npm_{A36}»" },
  { "npm-token", "//registry.npmjs.org/:_authToken=«{x8}-{x4}-{x4}-{x4}-{x12}»" },
  { "pypi-token", "«pypi-AgEIcHlwaS5vcmc{A120}»" },
  { "docker-token", "«dckr_pat_{A27}»" },
  { "package-token", "«rubygems_{x48}»" },
  { "package-token", "cargo login «cio{A32}»" },
  { "package-token", "nuget push -k «oy2{l43}»" },
  { "registry-password", "{\"auths\": {\"ghcr.io\": {\"auth\": \"«{b24}==»\"}}}" },
  { "registry-password", "_auth = «{b32}=»" },
  { "registry-password", "//npm.pkg/:_password=«{b20}»" },

  /* Tools */
  { "vault-token", "«hvs.CAESI{A90}»" },
  { "terraform-token", "«{A14}.atlasv1.{A67}»" },
  { "pulumi-token", "«pul-{x40}»" },
  { "tailscale-key", "«tskey-auth-k{A11}CNTRL-{A32}»" },
  { "doppler-token", "«dp.st.dev.{A43}»" },
  { "one-password-token", "«ops_eyJ{A200}»" },
  { "monitoring-token", "«glsa_{A32}_{x8}» «NRAK-{u27}» «sntryu_{x64}»" },
  { "sonar-token", "-Dsonar.token=«sqp_{x40}»" },
  { "atlassian-token", "«ATATT3xFfGF0{A150}={X8}»" },
  { "work-token", "«lin_api_{A40}» «figd_{A43}» «shpat_{x32}»" },
  { "work-token", "«phx_{A43}» «sgp_{x16}_{x40}»" },
  { "codecov-token", "./codecov -v -t «{x8}-{x4}-{x4}-{x4}-{x12}» -F unit" },
  { "codecov-token", "codecov_token: «{l32}»" },
  { "sonar-token", "mvn sonar:sonar -Dsonar.login=«{x40}»" },
  { "npm-token", "npm config set //registry.npmjs.org/:_authToken «{x8}-{x4}-{x4}-{x4}-{x12}»" },
  { "aws-secret", "+ aws configure set aws_secret_access_key «{b40}»" },
  { "stripe-key", "«sk_live_{A24}» «rk_test_{A24}» «whsec_{A32}»" },
  { "square-token", "«sq0csp-{A43}»" },
  { "jwt", "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.{A43}»" },
  { "jwt", "id_token: «eyJ{A40}.eyJ{A300}.{A86}»" },
  { "jwt", "session_«eyJ{A40}.eyJ{A90}.{A43}»" },
  { "age-key", "«AGE-SECRET-KEY-1{u58}»" },

  /* Addresses */
  { "url-password", "git clone https://me:«hunter2»@example.org/x" },
  { "url-password", "https://x-access-token:«{A40}»@github.com/" },
  { "url-password", "https://«{A40}»@github.com/x" },
  { "url-password", "redis://:«p4ss!word»@10.0.0.1:6379" },
  { "url-password", "postgresql://app:«s3cret»@db:5432/x" },
  { "url-password", "mongodb+srv://u:«p%40ss%3Aw0rd»@cluster0.mongodb.net/x" },
  { "url-password", "HTTPS_PROXY=http://user:«pa$$w0rd»@proxy.example.com:3128" },
  { "url-password", "amqp://guest1:«g7uest»@rabbit//" },
  { "url-password", "SENTRY_DSN=https://«{x32}»@o12.ingest.sentry.io/1" },
  { "url-password", "--index-url https://aws:«{A50}»@d.codeartifact.us-east-1.amazonaws.com/pypi/" },
  { "url-password", "callback https%3A%2F%2Fme%3A«hunter22»%40example.org" },
  { "secret", "GET /v4/x?private_token=«{A20}»&page=1" },
  { "secret", "GET /?access_token=«{x40}»" },
  { "secret", "next=%3Ftoken%3D«{x32}»%26" },

  /* Headers */
  { "authorization", "Authorization: Bearer «abc123def456»" },
  { "authorization", "-H 'authorization: Basic «dXNlcjpwYXNz»'" },
  { "authorization", "'Authorization': 'Bearer «swordfishes»'" },
  { "authorization", "\\\"Authorization\\\":\\\"token «{x40}»\\\"" },
  { "authorization", "Proxy-Authorization: Basic «{b20}=»" },
  { "authorization", "http.extraheader=AUTHORIZATION: basic «{b60}»" },
  { "authorization", "map[Authorization:[Bearer «{A30}»] Accept:[*/*]]" },
  { "authorization", "Authorization: «{x32}»" },
  { "authorization", "got bearer «{A30}»" },
  { "authorization", "X-Api-Key: «{x32}»" },
  { "authorization", "PRIVATE-TOKEN: «{A20}»" },
  { "authorization", "'X-Vault-Token': '«s.{A24}»'" },
  { "authorization", "Set-Cookie: theme=1; session_id=«{x32}»; Path=/" },

  /* Command lines */
  { "password", "curl -s -u admin:«hunter22» https://x" },
  { "password", "curl --user 'admin:«hunter22»' https://x" },
  { "password", "+ curl -fsSL -uadmin:«hunter22» https://x" },
  { "password", "sshpass -p '«hunter22»' ssh x" },
  { "password", "mysql -u root -p«hunter22» db" },
  { "password", "docker login -u me -p «hunter22» ghcr.io" },
  { "password", "twine upload -u __token__ -p «hunter22» dist/*" },
  { "password", "machine github.com login me password «hunter22»" },
  { "password", "  password «hunter22»" },
  { "password", "<password>«hunter22»</password>" },
  { "password", "Server=db;User Id=sa;Password=«Str0ng!Pass»;Encrypt=no" },
  { "password", "<add key=\"ClearTextPassword\" value=\"«hunter22»\" />" },
  { "password", "echo «hunter22» | docker login -u me --password-stdin" },
  { "password", "requests.get(url, auth=('me', '«hunter22»'))" },
  { "secret", "nuget push x.nupkg -ApiKey «{x32}»" },
  { "secret", "app --token «{x20}» --verbose" },
  { "secret", "app --api-key=«swordfish1» run" },
  { "secret", "app --admin-password '«hunter22»' --x" },
  { "secret", "helm install x --set-string auth.password=«hunter22»" },
  { "secret", "mvn deploy -Dgpg.passphrase=«hunter22»" },
  { "secret", "docker run -e HF_TOKEN=«abcdef123» image" },

  /* Variables and dumps of them */
  { "secret", "HF_TOKEN=«abcdef123»" },
  { "secret", "export DB_PASSWORD='«two words!»'" },
  { "secret", "declare -x GH_TOKEN=\"«abc123def»\"" },
  { "secret", "$env:NUGET_API_KEY = \"«abc123def»\"" },
  { "secret", "set NUGET_APIKEY=«abc123def»" },
  { "secret", "ENV DEPLOY_KEY=«abc123def»" },
  { "secret", "{'A': '1', 'BUILDKITE_AGENT_ACCESS_TOKEN': '«zzz-9-yyy»', 'B': '2'}" },
  { "secret", "\"AWS_SECRET_ACCESS_KEY\": \"«shortkey»\"" },
  { "secret", "{\\\"DB_PASSWORD\\\": \\\"«swordfish»\\\", \\\"A\\\": 1}" },
  { "secret", "environ({'CODECOV_TOKEN': '«{x8}-{x4}-{x4}-{x4}-{x12}»'})" },
  { "secret", "\"Env\": [\"PATH=/bin\", \"REDIS_PASSWORD=«swordfish»\"]" },
  { "secret", "OPENAI_API_KEY: «realkey99»" },
  { "secret", "  COVERALLS_REPO_TOKEN: «{A32}»" },
  { "secret", "\"RAILS_MASTER_KEY\"=>\"«{x32}»\"" },
  { "secret", "DB_PASSWORD_1=«swordfish»" },
  { "secret", "SECRET_KEY_BASE=«{x128}»" },
  { "secret", "MYSQL_PWD=«hunter22»" },
  { "secret", "PGPASSWORD=«hunter22» psql -h db" },
  { "secret", "DOCKER_AUTH_CONFIG_PASSWORD=«hunter22»" },
  { "secret", "Step 4/9 : ENV NPM_TOKEN «abc123def»" },
  { "secret", "set -gx GH_TOKEN «abc123def»" },
  { "secret", "os.environ['HF_TOKEN'] = '«abc123def»'" },
  { "secret", "ENV[\"API_TOKEN\"] = \"«swordfishes»\"" },
  { "secret", "ansible_become_pass=«hunter22»" },
  { "secret", "token: «{A40}»" },
  { "secret", "The token is «{x40}»" },
  { "secret", "TOKEN=«swordfish»" },
  { "secret", "PASSWORD: «hunter22»" },
  { "secret", "AZURE_STORAGE_CONNECTION_STRING=«Endpoint=x1»" },
  { "secret", "{\"name\": \"HF_TOKEN\", \"value\": \"«abcdef123»\"}" },
  { "secret", "BUILDKITE_TOKEN=«{x40}»" },
  { "secret", "HF_TOKEN=\"«cut at the end of the line»" },
  { "secret", "password=«hunter2abc»" },
  { "secret", "password: «hunter2»" },
  { "secret", "client_secret: \"«8f3kd92k1»\"" },
  { "secret", "{\"accessToken\":\"«a1b2c3d4e5»\"}" },
  { "secret", "db.password=«Hunter!22»" },
  { "secret", ":password=>\"«{x32}»\"" },
  { "secret", "{\\\"refresh_token\\\":\\\"«{A40}»\\\"}" },
  { "secret", "\"token\": \"«{A24}»\"" },
  { "secret", "spring.datasource.password = «q1w2e3r4»" },

  /* In an escaped form, and with what nobody sees */
  { "github-token", "{\"log\": \"line\\n«ghp_{A36}»\\tnext\"}" },
  { "github-token", "\"a\\\\r\\\\n«ghp_{A36}»\\\\n\"" },
  { "github-token", "\\u001b[31m«ghp_{A36}»\\u001b[0m" },
  { "github-token", "\\033[1;31m«ghp_\\033[0m{A36}»\\033[0m" },
  { "github-token", "\\x22«ghp_{A36}»\\x22" },
  { "github-token", "x?next=%2Fa%3Ft%3D«ghp_{A36}»%26b" },
  { "github-token", "t%253D«ghp_{A36}»%2526b" },
  { "github-token", "«ghp_{A10}\u200b{A26}»" },
  { "github-token", "«g\u00adhp_{A20}\u2060{A16}» \ufeff«ghp\u202e_{A36}»" },
  { "github-token", "«ghp_{A20}\x07{A16}»" },
  { "github-token", "«ghp_{A20}<U+200B>{A10}<U+E0020>{A6}» <U+FEFF>«ghp_{A36}»" },
  { "hugging-face-token", "pod: \\\"x\\\\n«hf_{A34}»\\\\n" },
  { "secret", "{\"out\": \"ok\\npassword: «hunter2ab»\\nnext\"}" },
  { "secret", "&quot;password&quot;: &quot;«hunter2ab»&quot;" },
  { "secret", "password%3D«hunter2ab»%22" },
  { "secret", "pass\u200bword=«hunter2ab» x" },
  { "url-password", "https:\\/\\/me:«hunter2»@example.org\\/x" },
  { "url-password", "u=https%3A%2F%2Fme%3A«hunter2»%40example.org%2Fx" },
  { "authorization", "header\\u0022: \\u0022Authorization: Bearer «a1{A40}»\\u0022" },

  /* On the line below its name, and said in words */
  { "secret", "{\n  \"password\":\n    \"«hunter2ab»\",\n  \"x\": 1\n}" },
  { "secret", "password: |\n  «hunter2ab»" },
  { "secret", "password: >-\n    «hunter2ab»\nnext: 1" },
  { "secret", "db:\n  password:\n    «hunter2ab»\n  x: 1" },
  { "secret", "\"HF_TOKEN\":\n \"«hunter2ab»\"" },
  { "secret", "HF_TOKEN=\\\n«hunter2ab»" },
  { "secret", "  - name: HF_TOKEN\n    value: «hunter2ab»" },
  { "secret", "    {\n      \"name\": \"DB_PASSWORD\",\n      \"value\": \"«hunter2ab»\"\n    }" },
  { "secret", "<key>API_KEY</key>\n<string>«hunter2ab»</string>" },
  { "secret", "app --password \\\n  «hunter2ab» \\\n  --x" },
  { "secret", "(W pid=1) \"password\":\n(W pid=1)   \"«hunter2ab»\"" },
  { "authorization", "Authorization: Bearer\n  «hunter2abhunter2ab»" },
  { "secret", "#12 0.1 password: |\n#12 0.2   «hunter2ab»" },
  { "secret", "client_secret = (\n    \"«hunter2ab»\"\n)" },
  { "secret", "GITHUB_TOKEN:\n  «hunter2ab»" },
  { "secret", "'api_key':\n    '«hunter2ab»'," },
  { "secret", "[2024-01-01T00:00:00Z]   password:\n[2024-01-01T00:00:01Z]     «hunter2ab»" },
  { "password", "The password is «hunter2ab»." },
  { "password", "password is \"«hunter2ab»\"" },
  { "password", "Your password is: «hunter2ab»" },
  { "password", "Password for 'https://me@github.com': «hunter2ab»" },
  { "password", "[sudo] password for me: «hunter2ab»" },
  { "secret", "the token was «hunter2abhunter2abHUNTER2AB»" },
  { "password", "password was «hunter2ab», change it" },
  { "password", "Enter passphrase for key '/x/id_rsa': «hunter2ab»" },
  { "password", "password set to «hunter2ab»" },
  { "password", "reset the password to «hunter2ab»" },
  { "secret", "The api key is «hunter2abhunter2abHUNTER2AB»" },
  { "url-password", "git clone https://me:«HunTer2abHUNTER2AB»" },
  { "url-password", "│ git clone https://me:«HunTer2abHUNTER2AB» │" },

  /* As other tools and languages have it */
  { "password", "curl -fsSLu me:«hunter2ab» https://x" },
  { "password", "mongosh -u me -p «hunter2ab» --quiet" },
  { "password", "docker login --password-stdin <<< '«hunter2ab»'" },
  { "password", "npm config set _auth «hunter2ab»" },
  { "password", "openssl rsa -passin pass:«hunter2ab» -in x" },
  { "password", "keytool -storepass «hunter2ab» -keypass «hunter3ab»" },
  { "password", "htpasswd -nb me «hunter2ab»" },
  { "password", "echo \"me:«hunter2ab»\" | chpasswd" },
  { "password", "echo «hunter2ab» | sudo -S ls" },
  { "password", "unzip -P «hunter2ab» a.zip" },
  { "password", "7z x a.7z -p«hunter2ab»" },
  { "password", "sqlplus me/«hunter2ab@db»" },
  { "password", "requirepass «hunter2ab»" },
  { "password", "CREATE USER me IDENTIFIED BY '«hunter2ab»'" },
  { "password", "ALTER USER me PASSWORD '«hunter2ab»'" },
  { "password", "ConvertTo-SecureString \"«hunter2ab»\" -AsPlainText" },
  { "password", "<property name=\"db.password\" value=\"«hunter2ab»\"/>" },
  { "password", "<add key=\"ApiKey\" value=\"«hunter2ab»\"/>" },
  { "password", "x ::add-mask::«hunter2ab»" },
  { "password", "set-output name=token::«hunter2ab»" },
  { "password", "<api_key>«hunter2ab»</api_key>" },
  { "authorization", "'Authorization': b'Basic «c29tZXVzZXI6aHVudGVyMmFi»'" },
  { "authorization", "header(\"Authorization\", \"Basic «c29tZXVzZXI6aHVudGVyMmFi»\")" },
  { "authorization", "sent Basic «c29tZXVzZXI6aHVudGVyMmFiYQ==»" },
  { "authorization", "Ocp-Apim-Subscription-Key: «{x32}»" },
  { "authorization", "DD-API-KEY: «{x32}»" },
  { "authorization", "X-JFrog-Art-Api: «{A30}»" },
  { "authorization", "Cookie: a=b; csrftoken=«{A32}»; connect.sid=«s%3A{A32}»" },
  { "secret", "password=«hunter2ab»&user=me" },
  { "secret", "{\"apiKey\": b\"«hunter2ab»\"}" },
  { "secret", "api_key=SecretStr('«hunter2ab»')" },
  { "secret", "password := \"«hunter2ab»\"" },
  { "secret", "const apiKey: string = \"«hunter2ab»\"" },
  { "secret", "assert secret_key == '«hunter2ab»'" },
  { "secret", "{'password': ['«hunter2ab»']}" },
  { "secret", "db_password_2=«hunter2ab»" },
  { "secret", "encryption_key=«hunter2ab»" },
  { "secret", "--clientSecret «hunter2ab»" },
  { "secret", "db: pwd=«hunter2ab» x" },
  { "secret", "b'HF_TOKEN': b'«abcdefgh»'" },
  { "secret", "HF_TOKEN=$'«abcdefgh»'" },
  { "secret", "API_KEY ?= «abcdefgh»" },
  { "secret", "API_KEY -> «abcdefgh»" },
  { "secret", "-DSECRET=«hunter2ab»" },
  { "secret", "setenv GH_PAT «hunter2ab»" },
  { "secret", "$env:SMTP_PASS = '«hunter2ab»'" },
  { "secret", "GH_PAT: «hunter2ab»" },
  { "secret", "| HF_TOKEN | «hunter2ab» |" },
  { "secret", "│ HF_TOKEN │ «hunter2ab» │" },
  { "secret", "HF_TOKEN\t«hunter2ab»" },
  { "secret", "HF_TOKEN    «hunter2ab»" },
  { "secret", "('HF_TOKEN', '«hunter2ab»')" },

  /* Keys */
  { "private-key", "«-----BEGIN RSA PRIVATE KEY-----\\n{k}\\n-----END RSA PRIVATE KEY-----»" },
  { "private-key", "KEY=\"«-----BEGIN EC PRIVATE KEY-----\\n{k}\\nabcd==\\n-----END EC PRIVATE KEY-----»\\n\"" },
  { "private-key", "'«-----BEGIN PRIVATE KEY-----\\\\n{k}\\\\n-----END PRIVATE KEY-----»\\\\n'" },
  { "private-key", "«-----BEGIN OPENSSH PRIVATE KEY----- {k} {k} {k} -----END OPENSSH PRIVATE KEY-----» x" },
  { "private-key", "got «-----BEGIN RSA PRIVATE KEY-----\\n{k}\\n{k}»... (cut)" },
  { "private-key", "«-----BEGIN ENCRYPTED PRIVATE KEY-----\\r\\n{k}\\r\\n-----END ENCRYPTED PRIVATE KEY-----»" },
  { "private-key", "key=«-----BEGIN%20RSA%20PRIVATE%20KEY-----%0A{k}%0A-----END%20RSA%20PRIVATE%20KEY-----»&x" },
  { "private-key", "client-key-data: «LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQp{A400}=»" },
  { "private-key", "{\"kty\":\"RSA\",\"n\":\"{x20}\",\"d\":\"«{A86}»\"}" },
  { NULL }
};

static const struct {
  char        letter;
  const char *alphabet;
} alphabets[] = {
  { 'A', "a7B3c" LOWER UPPER DIGITS },
  { 'b', "k9/W" LOWER "+" UPPER DIGITS },
  { 'd', DIGITS },
  { 'l', "p4" LOWER DIGITS },
  { 'u', "Q7" UPPER DIGITS },
  { 'x', "9c07be31f4d2a685" },
  { 'X', "9C07BE31F4D2A685" },
};

static void
append_made (GString *line,
             char     letter,
             guint    length)
{
  const char *alphabet = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (alphabets[i].letter == letter)
      alphabet = alphabets[i].alphabet;
  g_assert_nonnull (alphabet);

  n = strlen (alphabet);
  for (guint i = 0; i < length; i++)
    g_string_append_c (line, alphabet[i * 7 % n]);
}

char *
secret_sample_dup_marked (const char *text)
{
  GString *line = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0') {
    char *end;
    guint64 length = p[0] == '{' && g_ascii_isalpha (p[1]) ? g_ascii_strtoull (p + 2, &end, 10) : 0;

    if (g_str_has_prefix (p, "{k}")) {
      append_made (line, 'b', 64);
      p += 3;
    } else if (length > 0 && *end == '}') {
      append_made (line, p[1], length);
      p = end + 1;
    } else {
      g_string_append_c (line, *p++);
    }
  }

  return g_string_free (line, FALSE);
}

char *
secret_sample_dup_line (const char *text)
{
  g_autofree char *made = secret_sample_dup_marked (text);
  g_autoptr (GString) line = g_string_new (made);

  g_string_replace (line, "«", "", 0);
  g_string_replace (line, "»", "", 0);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
secret_sample_dup_masked (const SecretSample *sample,
                          guint              *ret_secrets)
{
  g_auto (GStrv) parts = g_strsplit (sample->text, "«", -1);
  g_autoptr (GString) masked = g_string_new (NULL);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++) {
    const char *rest = i > 0 ? strstr (parts[i], "»") + strlen ("»") : parts[i];
    g_autofree char *made = secret_sample_dup_marked (rest);

    if (i > 0)
      g_string_append_printf (masked, "[REDACTED:%s]", sample->kind);
    g_string_append (masked, made);
  }
  *ret_secrets = n - 1;

  return g_string_free (g_steal_pointer (&masked), FALSE);
}
