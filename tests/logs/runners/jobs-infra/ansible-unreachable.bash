# needs: ansible-playbook ssh
export ANSIBLE_NOCOLOR=1 ANSIBLE_LOCAL_TEMP=/builds/tmp/a
printf -- '- hosts: all\n  tasks:\n    - name: Say hello\n      ping:\n' > site.yml
ansible-playbook -i node-1.quill.invalid, site.yml
