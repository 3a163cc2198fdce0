# The command line in an image, for schedulers that run containers. Any command of elytra may follow:
#   docker build -t elytra-status . && docker run --rm --env-file .env elytra-status status publish
# For a build that can be repeated byte for byte, add the digest behind the tags, as in eclipse-temurin:25-jre@sha256:...
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml .env.example ./
COPY src/build src/build
COPY src/main src/main
RUN mvn -B -ntp -q -Dquick -Dmaven.test.skip=true -Dassembly.skipAssembly=true package

FROM ${RUN_IMAGE}
COPY --from=build /build/src/main/assembly/bin /opt/elytra-status/bin
COPY --from=build /build/src/main/assembly/app /opt/elytra-status/app
COPY --from=build /build/target/lib /opt/elytra-status/app/lib
COPY --from=build /build/target/elytra-status-runner.jar /opt/elytra-status/app/
# An archive of the classes, for faster starts.
RUN /opt/elytra-status/bin/elytra-train
# A user without a name, a home or a shell; nothing in the image is writable for it.
USER 10001:10001
ENV LC_ALL=C.UTF-8
WORKDIR /tmp
ENTRYPOINT ["/opt/elytra-status/bin/elytra"]
CMD ["status", "publish"]
