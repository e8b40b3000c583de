# needs: kubectl
kubectl --server http://$CLOSED get pods
