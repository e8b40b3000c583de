# needs: ansible-playbook
export ANSIBLE_NOCOLOR=1 ANSIBLE_LOCALHOST_WARNING=false ANSIBLE_LOCAL_TEMP=/builds/tmp/a ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3
cat > site.yml <<'END'
- hosts: localhost
  connection: local
  tasks:
    - name: Look for the server
      command: quill-serve --version
      ignore_errors: true
    - name: Make the folder of the pages
      command: mkdir /proc/pages
    - name: Start the server
      command: "true"
END
ansible-playbook -i localhost, site.yml
