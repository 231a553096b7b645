{{/* A value that must be given; the failure names the key and the remedy. */}}
{{- define "isocenter.required" -}}
{{- if not .value -}}{{- fail (printf "%s is required: %s" .key .remedy) -}}{{- end -}}{{- .value -}}
{{- end -}}

{{- define "isocenter.labels" -}}
app.kubernetes.io/name: isocenter
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end -}}

{{- define "isocenter.selector" -}}
app.kubernetes.io/name: isocenter
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{/* Deployment and Service of one of the four services: dict root, name. */}}
{{- define "isocenter.workload" -}}
{{- $v := .root.Values -}}
{{- $service := index $v.services .name -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "isocenter.labels" . | nindent 4 }}
spec:
  replicas: {{ $service.replicas }}
  strategy:
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
  selector:
    matchLabels: {{- include "isocenter.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "isocenter.labels" . | nindent 8 }}
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 60
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        fsGroup: 10001
        seccompProfile: {type: RuntimeDefault}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "isocenter.selector" . | nindent 14 }}
      containers:
        - name: {{ .name }}
          image: "{{ $v.image.repository }}/{{ .name }}-service:{{ $v.image.tag | default .root.Chart.AppVersion }}"
          imagePullPolicy: {{ $v.image.pullPolicy }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
          env:
            - {name: QUARKUS_HTTP_HOST, value: 0.0.0.0}
            - {name: ISOCENTER_DICOM_LISTEN, value: 0.0.0.0}
            - {name: ISOCENTER_DICOM_AET, value: {{ $v.aeTitle | quote }}}
            - {name: ISOCENTER_SITE, value: {{ $v.site | quote }}}
            - {name: ISOCENTER_OBJECTS_KIND, value: s3}
            - name: ISOCENTER_OBJECTS_S3_ENDPOINT
              value: {{ include "isocenter.required" (dict "value" $v.objects.s3.endpoint "key" "objects.s3.endpoint" "remedy" "give the address of the S3 store, https://host[:port]") | quote }}
            - {name: ISOCENTER_OBJECTS_S3_REGION, value: {{ $v.objects.s3.region | quote }}}
            {{- $secret := include "isocenter.required" (dict "value" $v.objects.s3.existingSecret "key" "objects.s3.existingSecret" "remedy" "name a secret with the keys access-key and secret-key") }}
            - name: ISOCENTER_OBJECTS_S3_ACCESS_KEY
              valueFrom: {secretKeyRef: {name: {{ $secret }}, key: access-key}}
            - name: ISOCENTER_OBJECTS_S3_SECRET_KEY
              valueFrom: {secretKeyRef: {name: {{ $secret }}, key: secret-key}}
            - name: ISOCENTER_CASSANDRA_CONTACT_POINTS
              value: {{ include "isocenter.required" (dict "value" $v.cassandra.contactPoints "key" "cassandra.contactPoints" "remedy" "give host:port of Cassandra nodes") | quote }}
            - {name: ISOCENTER_CASSANDRA_LOCAL_DATACENTER, value: {{ $v.cassandra.localDatacenter | quote }}}
            - {name: ISOCENTER_CASSANDRA_KEYSPACE, value: {{ $v.cassandra.keyspace | quote }}}
            - {name: ISOCENTER_CASSANDRA_REPLICATION_FACTOR, value: {{ $v.cassandra.replicationFactor | quote }}}
            - name: ISOCENTER_KAFKA_BOOTSTRAP_SERVERS
              value: {{ include "isocenter.required" (dict "value" $v.kafka.bootstrapServers "key" "kafka.bootstrapServers" "remedy" "give host:port of Kafka brokers") | quote }}
            - {name: ISOCENTER_KAFKA_REPLICATION_FACTOR, value: {{ $v.kafka.replicationFactor | quote }}}
            {{- range $v.knownAes }}
            - {name: {{ printf "isocenter.dicom.callers.%s" . | quote }}, value: "*"}
            {{- end }}
            {{- $release := .root.Release.Name }}
            {{- range $name, $other := $v.services }}
            {{- if $other.dicom }}
            - {name: {{ printf "ISOCENTER_DIMSE_RELAY_%s" (upper $name) }}, value: {{ printf "%s-%s:11112" $release $name | quote }}}
            {{- end }}
            {{- end }}
            - {name: ISOCENTER_QUERY_INDEX_DIRECTORY, value: /var/lib/isocenter/index}
          ports:
            - {name: http, containerPort: 8080}
            {{- if $service.dicom }}
            - {name: dicom, containerPort: 11112}
            {{- end }}
          startupProbe:
            httpGet: {path: /q/health/started, port: http}
            periodSeconds: 2
            failureThreshold: 60
          readinessProbe:
            httpGet: {path: /q/health/ready, port: http}
            periodSeconds: 5
            failureThreshold: 3
          livenessProbe:
            httpGet: {path: /q/health/live, port: http}
            periodSeconds: 10
            failureThreshold: 3
          resources: {{- toYaml $service.resources | nindent 12 }}
          volumeMounts:
            - {name: work, mountPath: /var/lib/isocenter}
            - {name: tmp, mountPath: /tmp}
      volumes:
        - name: work
          emptyDir: {}
        - name: tmp
          emptyDir: {}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "isocenter.labels" . | nindent 4 }}
spec:
  selector: {{- include "isocenter.selector" . | nindent 4 }}
  ports:
    - {name: http, port: 8080, targetPort: http}
    {{- if $service.dicom }}
    - {name: dicom, port: 11112, targetPort: dicom}
    {{- end }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  labels: {{- include "isocenter.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "isocenter.selector" . | nindent 6 }}
{{- end -}}
