package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.run.Deadline;

/** A bucket in memory that lists as S3 does, in the order of UTF-8, with pages as small as a test wants. */
final class MemoryStorage implements BackupStorage {
    private final int pageSize;
    private final TreeMap<String, BackupObject> objects = new TreeMap<>(Keys::compare);
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicInteger heads = new AtomicInteger();
    private volatile Head otherHead;

    MemoryStorage(int pageSize) {
        this.pageSize = pageSize;
    }

    MemoryStorage put(String key, Instant lastModified, long bytes) {
        objects.put(key, new BackupObject(key, lastModified, bytes, "\"%s/%d\"".formatted(lastModified, bytes)));
        return this;
    }

    void putContent(String key, String content) {
        contents.put(key, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void begin(String key, Instant begunAt) {
        uploads.add(new Upload(key, begunAt));
    }

    void delete(String key) {
        objects.remove(key);
    }

    void deleteAll() {
        objects.clear();
    }

    /** From now on a HEAD answers this. */
    void answerHeads(Head head) {
        otherHead = head;
    }

    List<BackupObject> under(String prefix) {
        return objects.values().stream()
                .filter(object -> object.key().startsWith(prefix))
                .toList();
    }

    /** How many pages were asked for since this was last asked. */
    int listings() {
        return listings.getAndSet(0);
    }

    /** How many objects were asked themselves since this was last asked. */
    int heads() {
        return heads.getAndSet(0);
    }

    @Override
    public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline) throws BackupStorageException {
        listings.incrementAndGet();
        String after = query.token().isEmpty() ? query.startAfter() : query.token();
        List<BackupObject> page = new ArrayList<>();
        TreeSet<String> folders = new TreeSet<>(Keys::compare);
        for (BackupObject object : objects.tailMap(after, false).values()) {
            String key = object.key();
            if (!key.startsWith(query.prefix()) || (query.byFolder() && key.startsWith(after) && after.endsWith("/"))) {
                continue;
            }
            if (page.size() + folders.size() == pageSize) {
                String last = folders.isEmpty()
                                || (!page.isEmpty()
                                        && Keys.compare(
                                                        page.get(page.size() - 1)
                                                                .key(),
                                                        folders.last())
                                                > 0)
                        ? page.get(page.size() - 1).key()
                        : folders.last();
                page.forEach(seen);
                return new Page(List.copyOf(folders), false, last);
            }
            int slash = key.indexOf('/', query.prefix().length());
            if (query.byFolder() && slash >= 0) {
                folders.add(key.substring(0, slash + 1));
            } else {
                page.add(object);
            }
        }
        page.forEach(seen);
        return new Page(List.copyOf(folders), true, "");
    }

    @Override
    public UploadPage uploads(String prefix, UploadMarker marker, Deadline deadline) {
        return new UploadPage(uploads, true, UploadMarker.FIRST);
    }

    @Override
    public Optional<Head> head(String key, Deadline deadline) {
        heads.incrementAndGet();
        if (otherHead != null) {
            return Optional.of(otherHead);
        }
        return Optional.ofNullable(objects.get(key))
                .map(object -> new Head(object.bytes(), object.etag(), object.lastModified()));
    }

    @Override
    public Optional<byte[]> read(String key, int most, Deadline deadline) {
        return Optional.ofNullable(contents.get(key));
    }
}
