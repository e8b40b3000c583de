ulimit -n 16
/usr/bin/python3 -c 'pages = [open("/dev/null") for n in range(99)]'
