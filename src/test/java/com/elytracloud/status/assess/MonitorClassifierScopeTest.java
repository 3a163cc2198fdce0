package com.elytracloud.status.assess;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.testing.ScopeBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class MonitorClassifierScopeTest {
    private static final MonitorFleet THREE =
            aFleet(aMonitor("1"), aMonitor("2").down(), aMonitor("3"));

    @Test
    void everyMonitorCountsWhereNoneIsNamed() {
        assertThat(scopeOf(THREE, aScope())).isEqualTo(ids("1", "2", "3"));
    }

    @Test
    void onlyTheNamedCountWhereSomeAre() {
        assertThat(scopeOf(THREE, aScope().only("2", "3"))).isEqualTo(ids("2", "3"));
    }

    @Test
    void aNamedMonitorThatIsAbsentCountsAndIsUnknown() {
        ClassifiedMonitors fleet = classify(THREE, aScope().only("1", "404").scope());

        assertThat(fleet.inScope())
                .extracting(ClassifiedMonitor::monitorClass)
                .containsExactly(MonitorClass.UP, MonitorClass.UNKNOWN);
    }

    @Test
    void aCriticalMonitorThatIsAbsentCountsEvenAmongAll() {
        ClassifiedMonitors fleet = classify(THREE, aScope().critical("404").scope());

        assertThat(fleet.scope()).isEqualTo(ids("1", "2", "3", "404"));
        assertThat(fleet.monitors().get(new MonitorId("404")).monitorClass()).isEqualTo(MonitorClass.UNKNOWN);
    }

    @Test
    void anAbsentNamedMonitorIsNotRememberedAsPartOfTheSource() {
        ClassifiedMonitors fleet = classify(THREE, aScope().only("1", "404").scope());

        assertThat(fleet.known().monitors()).containsOnlyKeys(ids("1", "2", "3"));
    }

    @Test
    void aGroupCountsOnlyWhereItIsNamed() {
        MonitorFleet fleet = aFleet(aMonitor("1"), aMonitor("7").group());

        assertThat(scopeOf(fleet, aScope())).isEqualTo(ids("1"));
        assertThat(scopeOf(fleet, aScope().only("7"))).isEqualTo(ids("7"));
        assertThat(scopeOf(fleet, aScope().critical("7"))).isEqualTo(ids("1", "7"));
    }

    @Test
    void aGroupStaysAGroupWhileTheSourceDoesNotTellKinds() {
        KnownMonitors before = classify(aFleet(aMonitor("1"), aMonitor("7").group()), aScope().scope())
                .known();
        MonitorFleet silent =
                aFleet(aMonitor("1").ofUnknownKind(), aMonitor("7").ofUnknownKind());

        ClassifiedMonitors known = found(MonitorClassifier.classify(silent, aScope().scope(), List.of(), before, NOW));

        assertThat(known.scope()).isEqualTo(ids("1"));
        assertThat(known.known().groups()).isEqualTo(ids("7"));
    }

    @Test
    void aControlNeverCountsEvenWhereItIsNamed() {
        assertThat(scopeOf(THREE, aScope().controls("3"))).isEqualTo(ids("1", "2"));
        assertThat(scopeOf(THREE, aScope().only("1", "3").controls("3"))).isEqualTo(ids("1"));
    }

    @Test
    void aMonitorOfTheStatusSiteItselfNeverCounts() {
        MonitorFleet fleet = aFleet(aMonitor("1"), aMonitor("5").watching("https://status.example.com/"));
        ScopeBuilder scope = aScope().ownSite("https://status.example.com/");

        assertThat(scopeOf(fleet, scope)).isEqualTo(ids("1"));
        assertThat(scopeOf(fleet, scope.only("1", "5"))).isEqualTo(ids("1"));
    }

    @Test
    void aComponentIsJudgedByItsOwnMonitorsInScopeOrNot() {
        Component web = new Component("web", "Web", ids("2", "404"));

        ClassifiedMonitors fleet = found(
                MonitorClassifier.classify(THREE, aScope().only("1").scope(), List.of(web), KnownMonitors.NONE, NOW));

        assertThat(fleet.inScope()).extracting(ClassifiedMonitor::id).containsExactly(new MonitorId("1"));
        assertThat(fleet.of(web))
                .extracting(ClassifiedMonitor::monitorClass)
                .containsExactly(MonitorClass.DOWN, MonitorClass.UNKNOWN);
    }

    @Test
    void weightAndImportanceComeFromTheOperator() {
        ClassifiedMonitors fleet =
                classify(THREE, aScope().weight("1", 5).critical("2").scope());

        assertThat(fleet.inScope()).extracting(ClassifiedMonitor::weight).containsExactly(5, 1, 1);
        assertThat(fleet.inScope()).extracting(ClassifiedMonitor::critical).containsExactly(false, true, false);
    }

    private static Set<MonitorId> scopeOf(MonitorFleet fleet, ScopeBuilder scope) {
        return classify(fleet, scope.scope()).scope();
    }

    private static ClassifiedMonitors classify(MonitorFleet fleet, MonitorScope scope) {
        return found(MonitorClassifier.classify(fleet, scope, List.of(), KnownMonitors.NONE, NOW));
    }
}
