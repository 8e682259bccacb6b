// Generated from spec/shared/device_history.yaml by `cargo xtask generate`. Do not edit.

//! What is known of the device that somebody logs in from.
//!
//! A login that carries a `telemetry_id` answers with it. Use it to tell people of a login from a
//! new device or country, or to ask for a second factor there.

use stytch_core::Timestamp;
use stytch_core::wire::{Object, Receive, Slot};

use crate::VisitorId;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// What is known of one attribute of a device, such as its country, with this person.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeviceAttributeDetails {
    /// Whether it shows up for the first time with this person.
    pub is_new: bool,
    /// When it first showed up with this person.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub first_seen_at: Option<Timestamp>,
    /// When it was last seen with this person.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub last_seen_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for DeviceAttributeDetails {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "is_new" => self.is_new.slot(),
            "first_seen_at" => self.first_seen_at.slot(),
            "last_seen_at" => self.last_seen_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeviceAttributeDetails);

/// The device of a login, and whether it was seen with this person before.
///
/// It comes with the answer when the request carried a valid `telemetry_id` and the fingerprint was
/// found; device fingerprinting has to be enabled for the workspace.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeviceInfo {
    /// The visitor, recognized by a cookie on the device.
    pub visitor_id: VisitorId,
    /// Whether the person has logged in from this device before.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub visitor_id_details: Option<DeviceAttributeDetails>,
    /// Address that the device had in the network.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_address: Option<String>,
    /// Whether the person has logged in from this IP address before.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_address_details: Option<DeviceAttributeDetails>,
    /// City to which the IP address leads.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_geo_city: Option<String>,
    /// Region or state to which the IP address leads.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_geo_region: Option<String>,
    /// Code of the country to which the IP address leads.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_geo_country: Option<String>,
    /// Whether the person has logged in from this country before.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub ip_geo_country_details: Option<DeviceAttributeDetails>,
}

#[doc(hidden)]
impl Object for DeviceInfo {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "visitor_id" => self.visitor_id.slot(),
            "visitor_id_details" => self.visitor_id_details.slot(),
            "ip_address" => self.ip_address.slot(),
            "ip_address_details" => self.ip_address_details.slot(),
            "ip_geo_city" => self.ip_geo_city.slot(),
            "ip_geo_region" => self.ip_geo_region.slot(),
            "ip_geo_country" => self.ip_geo_country.slot(),
            "ip_geo_country_details" => self.ip_geo_country_details.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeviceInfo);
