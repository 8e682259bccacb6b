// Generated from spec/b2b/robots.yaml by `cargo xtask generate`. Do not edit.

//! Build robots and put them to work. A robot has arms; see
//! [`robots().arms().move`](crate::robots::arms::Arms::move) for how to use them.

pub mod arms;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use stytch_core::claims::{custom_claims_as, missing_session};
use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, Write, list, map};
use stytch_core::{Error, JsonObject, Secret, Timestamp, Value};

use crate::{AnyRobotId, Language, Paging, RobotId};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Link, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::{Deserialize, Deserializer};
#[cfg(feature = "deserialize")]
use stytch_core::wire::Operand;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.robots()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Robots {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Robots {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// The calls of [`robots::arms`](arms): [`move`](arms::Arms::move).
    #[must_use]
    pub fn arms(&self) -> arms::Arms {
        arms::Arms::new(self.client.clone())
    }

    /// Builds a robot.
    ///
    /// It is happy at first. Have it move with
    /// [`robots().arms().move`](crate::robots::arms::Arms::move), which answers with
    /// [`robots::Robot`](crate::robots::Robot) and takes a while:
    ///
    /// - one second for an arm,
    /// - two for all of them.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`robot_not_found`](crate::ErrorType::RobotNotFound): There is no such robot.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::robots;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let created = stytch
    ///     .robots()
    ///     .create(robots::CreateRequest::new("Ada", robots::Owner::new("Grace"), "0000"))
    ///     .await?;
    /// println!("{}", created.robot.robot_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/robots` ([reference](https://robots.example/docs/create))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const OPERATION: Operation = Operation::new("robots.create", Verb::Post, "/v1/robots");
        self.client
            .prepare(&OPERATION)
            .object("settings", &request.settings)
            .json(&request)
            .into_call()
    }

    /// Looks at a robot.
    ///
    /// `GET /v1/robots/{robot_id}`
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation =
            Operation::new("robots.get", Verb::Get, "/v1/robots/{robot_id}");
        self.client
            .prepare(&OPERATION)
            .path("robot_id", request.robot_id.as_str())
            .query("language", request.language.as_ref())
            .query("depth", Some(&request.depth))
            .into_call()
    }

    /// Gives a robot something to do.
    ///
    /// `PUT /v1/robots/{robot_id}`
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse> {
        const OPERATION: Operation =
            Operation::new("robots.update", Verb::Put, "/v1/robots/{robot_id}");
        self.client
            .prepare(&OPERATION)
            .path("robot_id", request.robot_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Takes a robot apart.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// `DELETE /v1/robots/{robot_id}`
    #[deprecated(note = "Set it free.")]
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse, AsMember> {
        const OPERATION: Operation =
            Operation::new("robots.delete", Verb::Delete, "/v1/robots/{robot_id}");
        self.client
            .prepare(&OPERATION)
            .path("robot_id", request.robot_id.as_str())
            .into_call()
    }

    /// Finds robots.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// `POST /v1/robots/search`
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse> {
        const OPERATION: Operation =
            Operation::new("robots.search", Verb::Post, "/v1/robots/search")
                .repeatable()
                .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Sends a robot to work.
    ///
    /// `POST /v1/robots/{robot_id}/shift`
    pub fn begin_shift(&self, request: BeginShiftRequest) -> Call<BeginShiftResponse> {
        const OPERATION: Operation = Operation::new(
            "robots.begin_shift",
            Verb::Post,
            "/v1/robots/{robot_id}/shift",
        );
        self.client
            .prepare(&OPERATION)
            .path("robot_id", request.robot_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Packs what robots take along, under names that functions have.
    ///
    /// `POST /v1/robots/pack`
    pub fn pack(&self, request: PackRequest) -> Call<PackResponse> {
        const OPERATION: Operation = Operation::new("robots.pack", Verb::Post, "/v1/robots/pack");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Counts all robots.
    ///
    /// `GET /v1/robots/count`
    pub fn count(&self) -> Call<CountResponse> {
        const OPERATION: Operation =
            Operation::new("robots.count", Verb::Get, "/v1/robots/count").fraud();
        self.client.prepare(&OPERATION).into_call()
    }

    /// Shows a robot at work.
    ///
    /// It has to be awake; see [`robots().update`](crate::robots::Robots::update).
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the client has no
    /// [`public_token`](crate::ClientBuilder::public_token),
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that is set, but
    /// empty or not fit for the address.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::robots;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let link = robots::WatchLink::new("robot-1").cameras(["left", "right"]);
    /// println!("{}", stytch.robots().watch(link)?);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/public/robots/{robot_id}/watch?view=live`
    pub fn watch(&self, link: WatchLink) -> Result<Link, Error> {
        self.client
            .link("/v1/public/robots/{robot_id}/watch")
            .path("robot_id", link.robot_id.as_str())
            .value("view", Some(&"live"))
            .value("language", link.language.as_ref())
            .list("cameras", link.cameras.as_ref())
            .secret("ticket", link.ticket.as_ref())
            .map("lenses", "lens_", link.lenses.as_ref())
            .value("is_silent", link.is_silent.as_ref())
            .finish()
    }

    /// Has a page of the owner greet a robot with [`robots().watch`](crate::robots::Robots::watch).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for a value that is set, but
    /// empty or not fit for the address.
    ///
    /// `GET {page}?from=robots`
    #[deprecated(note = "They know each other.")]
    pub fn introduce(&self, link: IntroduceLink) -> Result<Link, Error> {
        self.client
            .link_to("page", link.page.as_str())
            .value("from", Some(&"robots"))
            .value("depth", Some(&link.depth))
            .finish()
    }
}

/// What [`Robots::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// What people call the robot. At most 40 characters.
    pub name: String,
    /// Who pays.
    pub owner: Owner,
    /// What opens it. Four digits.
    pub pin: Secret,
    /// Kind of robot.
    pub r#type: Option<String>,
    /// Language it speaks.
    pub language: Option<Language>,
    /// Words to find it by.
    pub tags: Option<Vec<String>>,
    /// What to set from the start.
    pub settings: Option<Value>,
    /// When to wake it; at once by default.
    pub wake_at: Option<Timestamp>,
    /// Whether it hides from visitors.
    #[deprecated(note = "All robots are shy.")]
    pub is_shy: Option<bool>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(name: impl Into<String>, owner: Owner, pin: impl Into<Secret>) -> Self {
        Self {
            name: name.into(),
            owner,
            pin: pin.into(),
            r#type: None,
            language: None,
            tags: None,
            settings: None,
            wake_at: None,
            is_shy: None,
        }
    }

    /// Kind of robot.
    #[must_use]
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Language it speaks.
    #[must_use]
    pub fn language(mut self, language: impl Into<Language>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Words to find it by.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(list(tags));
        self
    }

    /// What to set from the start.
    #[must_use]
    pub fn settings(mut self, settings: impl Into<Value>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// When to wake it; at once by default.
    #[must_use]
    pub fn wake_at(mut self, wake_at: impl Into<Timestamp>) -> Self {
        self.wake_at = Some(wake_at.into());
        self
    }

    /// Whether it hides from visitors.
    #[deprecated(note = "All robots are shy.")]
    #[must_use]
    pub fn is_shy(mut self, is_shy: bool) -> Self {
        self.is_shy = Some(is_shy);
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("name", &self.name);
        fields.add("owner", &self.owner);
        fields.add("pin", &self.pin);
        fields.add("type", &self.r#type);
        fields.add("language", &self.language);
        fields.add("tags", &self.tags);
        fields.add("settings", &self.settings);
        fields.add("wake_at", &self.wake_at);
        fields.add("is_shy", &self.is_shy);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Robots::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// The robot as it is now.
    pub robot: Robot,
    /// The code that opens it.
    pub pin: Secret,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "robot" => self.robot.slot(),
            "pin" => self.pin.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Robots::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The robot to look at.
    pub robot_id: AnyRobotId,
    /// Language of the answer.
    pub language: Option<Language>,
    /// How many layers to look through.
    pub depth: u32,
}

impl GetRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(robot_id: impl Into<AnyRobotId>, depth: u32) -> Self {
        Self {
            robot_id: robot_id.into(),
            language: None,
            depth,
        }
    }

    /// Language of the answer.
    #[must_use]
    pub fn language(mut self, language: impl Into<Language>) -> Self {
        self.language = Some(language.into());
        self
    }
}

/// What [`Robots::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// The robot as it is now.
    pub robot: Robot,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "robot" => self.robot.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Robots::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The robot that the call is about. Made up by the service.
    pub robot_id: RobotId,
    /// What to do, in this order.
    pub orders: Option<Vec<Order>>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(robot_id: impl Into<RobotId>) -> Self {
        Self {
            robot_id: robot_id.into(),
            orders: None,
        }
    }

    /// What to do, in this order.
    #[must_use]
    pub fn orders(mut self, orders: impl IntoIterator<Item = Order>) -> Self {
        self.orders = Some(list(orders));
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("orders", &self.orders);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Robots::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// The robot, once it has noticed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub robot: Option<Robot>,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "robot" => self.robot.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Robots::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The robot that the call is about. Made up by the service.
    pub robot_id: RobotId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(robot_id: impl Into<RobotId>) -> Self {
        Self {
            robot_id: robot_id.into(),
        }
    }
}

/// What [`Robots::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// Robot that the answer is about.
    pub robot_id: RobotId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "robot_id" => self.robot_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);

/// What [`Robots::search`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchRequest {
    /// Where to go on, from the page before.
    pub cursor: Option<String>,
    /// Conditions that all have to hold.
    pub operands: Option<Vec<RobotFilter>>,
}

impl SearchRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to go on, from the page before.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Conditions that all have to hold.
    #[must_use]
    pub fn operands(mut self, operands: impl IntoIterator<Item = RobotFilter>) -> Self {
        self.operands = Some(list(operands));
        self
    }
}

#[doc(hidden)]
impl Body for SearchRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("cursor", &self.cursor);
        fields.add("operands", &self.operands);
    }
}

stytch_core::sent!(SearchRequest);

/// What [`Robots::search`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SearchResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// Those that were found.
    pub robots: Vec<Robot>,
    /// Where to go on.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub paging: Option<Paging>,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "robots" => self.robots.slot(),
            "paging" => self.paging.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = Robot;
    fn next_cursor(&self) -> Option<&str> {
        self.paging
            .as_ref()
            .and_then(|inner| inner.next_cursor.as_deref())
    }

    fn into_items(self) -> Vec<Robot> {
        self.robots
    }
}

stytch_core::received!(SearchResponse);

/// What [`Robots::begin_shift`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct BeginShiftRequest {
    /// The robot that the call is about. Made up by the service.
    pub robot_id: RobotId,
}

impl BeginShiftRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(robot_id: impl Into<RobotId>) -> Self {
        Self {
            robot_id: robot_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for BeginShiftRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(BeginShiftRequest);

/// What [`Robots::begin_shift`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct BeginShiftResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// The shift, if one is free.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub shift: Option<Shift>,
}

impl BeginShiftResponse {
    /// The custom claims of the session as a type of your own: a map, or a struct that
    /// implements `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type,
    /// [`ErrorKind::MissingProof`](crate::ErrorKind::MissingProof) if the response carries
    /// no session.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.shift
            .as_ref()
            .ok_or_else(missing_session)?
            .custom_claims_as()
    }
}

#[doc(hidden)]
impl Object for BeginShiftResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "shift" => self.shift.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(BeginShiftResponse);

/// What [`Robots::pack`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct PackRequest {
    /// What goes in, from the bottom up.
    pub list: Vec<String>,
    /// What stays here.
    pub rest: Vec<String>,
    /// Where each thing goes.
    pub map: Option<BTreeMap<String, String>>,
}

impl PackRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(
        list: impl IntoIterator<Item = impl Into<String>>,
        rest: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            list: stytch_core::wire::list(list),
            rest: stytch_core::wire::list(rest),
            map: None,
        }
    }

    /// Where each thing goes.
    #[must_use]
    pub fn map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.map = Some(stytch_core::wire::map(map));
        self
    }
}

#[doc(hidden)]
impl Body for PackRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("list", &self.list);
        fields.add("rest", &self.rest);
        fields.add("map", &self.map);
    }
}

stytch_core::sent!(PackRequest);

/// What [`Robots::pack`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PackResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for PackResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PackResponse);

/// What [`Robots::count`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CountResponse {
    /// Identifies this call; log it.
    pub request_id: String,
    /// HTTP status of the answer.
    pub status_code: i32,
    /// How many there are; missing while they run about.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub count: Option<i32>,
}

#[doc(hidden)]
impl Object for CountResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "count" => self.count.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CountResponse);

/// What [`Robots::watch`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WatchLink {
    /// The robot that the call is about. Made up by the service.
    pub robot_id: RobotId,
    /// Language of the page.
    pub language: Option<Language>,
    /// What to look through, by name.
    pub cameras: Option<Vec<String>>,
    /// Lets somebody in without an account.
    pub ticket: Option<Secret>,
    /// What to put in front of each camera.
    pub lenses: Option<BTreeMap<String, String>>,
    /// Whether to leave out the sound.
    pub is_silent: Option<bool>,
}

impl WatchLink {
    /// A link with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(robot_id: impl Into<RobotId>) -> Self {
        Self {
            robot_id: robot_id.into(),
            language: None,
            cameras: None,
            ticket: None,
            lenses: None,
            is_silent: None,
        }
    }

    /// Language of the page.
    #[must_use]
    pub fn language(mut self, language: impl Into<Language>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// What to look through, by name.
    #[must_use]
    pub fn cameras(mut self, cameras: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.cameras = Some(list(cameras));
        self
    }

    /// Lets somebody in without an account.
    #[must_use]
    pub fn ticket(mut self, ticket: impl Into<Secret>) -> Self {
        self.ticket = Some(ticket.into());
        self
    }

    /// What to put in front of each camera.
    #[must_use]
    pub fn lenses(
        mut self,
        lenses: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.lenses = Some(map(lenses));
        self
    }

    /// Whether to leave out the sound.
    #[must_use]
    pub fn is_silent(mut self, is_silent: bool) -> Self {
        self.is_silent = Some(is_silent);
        self
    }
}

/// What [`Robots::introduce`] takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntroduceLink {
    /// Whole address of the page.
    pub page: String,
    /// How deep to bow.
    pub depth: u32,
}

impl IntroduceLink {
    /// A link with all that it needs.
    #[must_use]
    pub fn new(page: impl Into<String>, depth: u32) -> Self {
        Self {
            page: page.into(),
            depth,
        }
    }
}

/// How a robot feels.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Mood {
    /// `HAPPY`: It works without being asked.
    Happy,
    /// `out-of-order`: It does not work.
    OutOfOrder,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl Mood {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Happy => "HAPPY",
            Self::OutOfOrder => "out-of-order",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for Mood {
    fn from(value: &str) -> Self {
        match value {
            "HAPPY" => Self::Happy,
            "out-of-order" => Self::OutOfOrder,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(Mood);

/// What a robot shall do; only sent.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Order {
    /// What to do.
    pub task: String,
    /// How urgent it is; 0 by default.
    pub priority: Option<u32>,
    /// How the robot shall speak about it.
    pub language: Option<Language>,
}

impl Order {
    /// A value with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(task: impl Into<String>) -> Self {
        Self {
            task: task.into(),
            priority: None,
            language: None,
        }
    }

    /// How urgent it is; 0 by default.
    #[must_use]
    pub fn priority(mut self, priority: u32) -> Self {
        self.priority = Some(priority);
        self
    }

    /// How the robot shall speak about it.
    #[must_use]
    pub fn language(mut self, language: impl Into<Language>) -> Self {
        self.language = Some(language.into());
        self
    }
}

#[doc(hidden)]
impl Body for Order {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("task", &self.task);
        fields.add("priority", &self.priority);
        fields.add("language", &self.language);
    }
}

stytch_core::sent!(Order);

/// Who owns a robot; sent and received.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// Name of the owner.
    pub name: String,
    /// Where the owner gets reports.
    pub email_address: Option<String>,
}

impl Owner {
    /// A value with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            email_address: None,
        }
    }

    /// Where the owner gets reports.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }
}

#[doc(hidden)]
impl Body for Owner {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("name", &self.name);
        fields.add("email_address", &self.email_address);
    }
}

#[doc(hidden)]
impl Object for Owner {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "name" => self.name.slot(),
            "email_address" => self.email_address.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(Owner);

stytch_core::received!(Owner);

/// A robot.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Robot {
    /// Robot that the answer is about.
    pub robot_id: RobotId,
    /// What people call the robot. At most 40 characters.
    pub name: String,
    /// How it feels.
    pub mood: Mood,
    /// What it calls itself, once it has made up its mind.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub nickname: Option<String>,
    /// Its arms, from left to right.
    pub arms: Vec<crate::robots::arms::Arm>,
    /// Who bought it; missing while it is for sale.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub owner: Option<Owner>,
    /// When it left the factory.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub built_at: Option<Timestamp>,
    /// Text of each manual by its language.
    pub manuals: BTreeMap<String, String>,
    /// What the owner has set.
    pub settings: JsonObject,
    /// Fingerprint of its certificate.
    #[cfg_attr(feature = "serialize", serde(rename = "x5tS256"))]
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub x5t_s256: Option<String>,
    /// Version of its firmware.
    #[deprecated(note = "Look at the label.")]
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub firmware: Option<String>,
}

#[doc(hidden)]
impl Object for Robot {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "robot_id" => self.robot_id.slot(),
            "name" => self.name.slot(),
            "mood" => self.mood.slot(),
            "nickname" => self.nickname.slot(),
            "arms" => self.arms.slot(),
            "owner" => self.owner.slot(),
            "built_at" => self.built_at.slot(),
            "manuals" => self.manuals.slot(),
            "settings" => self.settings.slot(),
            "x5tS256" => self.x5t_s256.slot(),
            "firmware" => self.firmware.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Robot);

/// One condition of a search.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RobotFilter {
    /// The robot is one of these.
    RobotIds(Vec<RobotId>),
    /// The name is this.
    Name(String),
    /// It has as many arms at least.
    MinArms(u32),
    /// It has as many arms at most.
    #[deprecated(note = "Count the arms with `robots().count`.")]
    MaxArms(u32),
    /// A condition that is newer than this crate.
    Other {
        /// Its name.
        filter_name: String,
        /// Its value.
        filter_value: Value,
    },
}

impl RobotFilter {
    /// The robot is one of these.
    #[must_use]
    pub fn robot_ids(value: impl IntoIterator<Item = impl Into<RobotId>>) -> Self {
        Self::RobotIds(list(value))
    }

    /// The name is this.
    #[must_use]
    pub fn name(value: impl Into<String>) -> Self {
        Self::Name(value.into())
    }

    /// It has as many arms at least.
    #[must_use]
    pub fn min_arms(value: u32) -> Self {
        Self::MinArms(value)
    }

    /// It has as many arms at most.
    #[deprecated(note = "Count the arms with `robots().count`.")]
    #[must_use]
    pub fn max_arms(value: u32) -> Self {
        Self::MaxArms(value)
    }
}

#[doc(hidden)]
impl Body for RobotFilter {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        let (name, value): (&str, &dyn Write) = match self {
            Self::RobotIds(value) => ("robot_ids", value),
            Self::Name(value) => ("name", value),
            Self::MinArms(value) => ("min_arms", value),
            Self::MaxArms(value) => ("max_arms", value),
            Self::Other {
                filter_name,
                filter_value,
            } => (filter_name, filter_value),
        };
        fields.filter(name, value);
    }
}

#[cfg(feature = "deserialize")]
impl<'de> Deserialize<'de> for RobotFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let operand = Operand::deserialize(deserializer)?;
        let known = match operand.filter_name.as_str() {
            "robot_ids" => operand.value().map(Self::RobotIds),
            "name" => operand.value().map(Self::Name),
            "min_arms" => operand.value().map(Self::MinArms),
            "max_arms" => operand.value().map(Self::MaxArms),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Other {
            filter_name: operand.filter_name,
            filter_value: operand.filter_value,
        }))
    }
}

stytch_core::sent!(RobotFilter);

/// A stretch of work.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Shift {
    /// Robot that the answer is about.
    pub robot_id: RobotId,
    /// What the owner noted about it.
    pub custom_claims: JsonObject,
}

impl Shift {
    /// The custom claims as a type of your own: a map, or a struct that implements
    /// `Deserialize`.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the claims don't fit the type.
    pub fn custom_claims_as<T: DeserializeOwned>(&self) -> Result<T, Error> {
        custom_claims_as(&self.custom_claims)
    }
}

#[doc(hidden)]
impl Object for Shift {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "robot_id" => self.robot_id.slot(),
            "custom_claims" => self.custom_claims.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Shift);
