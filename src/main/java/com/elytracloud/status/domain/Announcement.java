package com.elytracloud.status.domain;

import java.util.List;

/** An incident or a maintenance: what both are known by. */
sealed interface Announcement permits Incident, Maintenance {
    String id();

    AnnouncementSource source();

    /** Ids of the affected components. */
    List<String> components();
}
