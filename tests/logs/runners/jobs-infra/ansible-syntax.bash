# needs: ansible-playbook
export ANSIBLE_NOCOLOR=1 ANSIBLE_LOCAL_TEMP=/builds/tmp/a ANSIBLE_LOCALHOST_WARNING=false
printf -- '- hosts: all\n  tasks:\n    - name: Say hello\n      pingg:\n' > site.yml
ansible-playbook -i localhost, site.yml
