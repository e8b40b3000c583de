echo 'Waiting for the server'
timeout 1 sleep 30
