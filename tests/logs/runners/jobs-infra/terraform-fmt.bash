# needs: terraform
printf 'variable "pages" {\ntype = number\n}\n' > main.tf
printf '' > "$HOME/.terraformrc"; export TF_CLI_CONFIG_FILE="$HOME/.terraformrc"
terraform fmt -check -diff
