/**
 * The object storage that holds both the site and the backups: one client, configured so that Spaces, Ceph and AWS
 * accept it, beneath the edges that read and publish.
 */
package com.elytracloud.status.objectstore;
