echo 'Waiting for the server'
timeout -s KILL 1 sleep 30
