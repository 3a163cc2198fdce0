# The command line in an image, for schedulers that run containers; `mvn package` first. Any command of elytra may follow:
#   docker build -t elytra-status . && docker run --rm --env-file .env elytra-status status publish
FROM eclipse-temurin:25-jre
COPY src/main/assembly/bin /opt/elytra-status/bin
COPY src/main/assembly/app /opt/elytra-status/app
COPY target/lib /opt/elytra-status/app/lib
COPY target/elytra-status-runner.jar /opt/elytra-status/app/
# An archive of the classes, for faster starts.
RUN /opt/elytra-status/bin/elytra-train
# A user without a name, a home or a shell; nothing in the image is writable for it.
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["/opt/elytra-status/bin/elytra"]
CMD ["status", "publish"]
