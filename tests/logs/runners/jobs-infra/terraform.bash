# needs: terraform
export TF_IN_AUTOMATION=1
printf 'variable "pages" {\n  type = number\n}\n\noutput "pages" {\n  value = var.page\n}\n' > main.tf
printf '' > "$HOME/.terraformrc"; export TF_CLI_CONFIG_FILE="$HOME/.terraformrc"
terraform init -no-color
terraform validate -no-color
